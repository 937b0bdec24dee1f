package io.jellybean.operators.tracking;

/** What a track's vehicle looks like: the running mean of its embeddings, as an array that is never written. */
final class Appearance {

    /** Of a vehicle that was never embedded. */
    static final float[] UNKNOWN = {};

    /** What the newest embedding counts: a vehicle that turns changes its looks within a second or so. */
    private static final float NEWEST = 0.2f;

    private Appearance() {}

    /** The appearance once one more embedding was seen; an unknown one changes nothing. */
    static float[] updated(float[] appearance, float[] seen) {
        if (seen.length == 0 || appearance.length == 0) {
            return seen.length == 0 ? appearance : seen;
        }
        checkLengths(appearance, seen);
        float[] mean = new float[seen.length];
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (1 - NEWEST) * appearance[i] + NEWEST * seen[i];
            squares += mean[i] * mean[i];
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= scale;
        }
        return mean;
    }

    /** The cosine of two known appearances, 0..1; what points away from the other is as unlike as can be. */
    static double likeness(float[] appearance, float[] seen) {
        checkLengths(appearance, seen);
        double product = 0;
        for (int i = 0; i < seen.length; i++) {
            product += appearance[i] * seen[i];
        }
        return Math.min(1, Math.max(0, product));
    }

    private static void checkLengths(float[] appearance, float[] seen) {
        if (appearance.length != seen.length) {
            throw new IllegalArgumentException(
                    "tracker: an embedding has %d dimensions, but those before had %d. Maybe begin with a new state when the network changes."
                            .formatted(seen.length, appearance.length));
        }
    }
}
