package io.jellybean.benchmarks;

import java.util.Random;

/** Embeddings as a network would give them. */
final class Looks {

    private static final int DIMENSIONS = 128;

    private Looks() {}

    /** One in any direction, {@code float32 [128]} of length 1. */
    static float[] drawn(Random random) {
        float[] look = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            look[i] = (float) random.nextGaussian();
            squares += look[i] * look[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            look[i] /= (float) Math.sqrt(squares);
        }
        return look;
    }
}
