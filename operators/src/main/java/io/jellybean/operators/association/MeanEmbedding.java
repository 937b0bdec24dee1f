package io.jellybean.operators.association;

/**
 * The mean of embeddings as their sum; it has a direction and no length.
 *
 * @param sum {@code float32 [dimensions]}, never written; empty if nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // plain data of the state, never compared
public record MeanEmbedding(float[] sum) {

    /** Of nothing; it is like nothing. */
    static final MeanEmbedding UNKNOWN = new MeanEmbedding(new float[0]);

    MeanEmbedding plus(MeanEmbedding other) {
        if (sum.length == 0 || other.sum.length == 0) {
            return sum.length == 0 ? other : this;
        }
        if (other.sum.length != sum.length) {
            throw new IllegalArgumentException(
                    "associator: an embedding has %d dimensions, but those before had %d. Maybe begin with a new state when the network changes."
                            .formatted(other.sum.length, sum.length));
        }
        float[] total = sum.clone();
        for (int i = 0; i < total.length; i++) {
            total[i] += other.sum[i];
        }
        return new MeanEmbedding(total);
    }

    /** The square of the sum's length. */
    double square() {
        return product(this);
    }

    /**
     * 1 - cosine, 0..2; 1 from a mean that has no direction.
     *
     * @param square of this one, asked for once where one is compared with many
     * @param otherSquare of the other one
     */
    double distance(MeanEmbedding other, double square, double otherSquare) {
        return square > 0 && otherSquare > 0 ? 1 - product(other) / Math.sqrt(square * otherSquare) : 1;
    }

    private double product(MeanEmbedding other) {
        double product = 0;
        for (int i = 0; i < sum.length; i++) {
            product += (double) sum[i] * other.sum[i];
        }
        return product;
    }
}
