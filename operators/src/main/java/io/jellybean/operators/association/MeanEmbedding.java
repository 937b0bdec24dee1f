package io.jellybean.operators.association;

/**
 * The mean of embeddings as their sum; it has a direction and no length.
 *
 * @param sum {@code float32 [dimensions]}, never written
 */
@SuppressWarnings("ArrayRecordComponent") // plain data of the state, never compared
public record MeanEmbedding(float[] sum) {

    MeanEmbedding plus(MeanEmbedding other) {
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

    /** 1 - cosine, 0..2; 1 from a mean that has no direction. */
    double distance(MeanEmbedding other) {
        double product = 0;
        double mine = 0;
        double others = 0;
        for (int i = 0; i < sum.length; i++) {
            product += (double) sum[i] * other.sum[i];
            mine += (double) sum[i] * sum[i];
            others += (double) other.sum[i] * other.sum[i];
        }
        return mine > 0 && others > 0 ? 1 - product / Math.sqrt(mine * others) : 1;
    }
}
