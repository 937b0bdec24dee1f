package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

/**
 * Changes the sample rate of a sound: each new sample is the sum of the old ones around it under a sinc in a Hann window,
 * cut off below half of the lower rate, so that nothing folds back. Immutable and thread-safe.
 */
final class Resampler {
    private static final int ZERO_CROSSINGS = 24;
    private static final double PASSED = 0.95;

    private final int from;
    private final int to;
    private final int up;
    private final int down;
    private final int reach;
    /** Per phase of a new sample between two old ones, the weights of the old ones from {@code 1 - reach} to reach. */
    private final float[][] weights;

    Resampler(int from, int to) {
        require(from >= 1, "from", ">= 1", from);
        require(to >= 1, "to", ">= 1", to);
        int divisor = greatestCommonDivisor(from, to);
        this.from = from;
        this.to = to;
        this.up = to / divisor;
        this.down = from / divisor;
        double cutoff = PASSED * Math.min(1.0, (double) to / from);
        this.reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        this.weights = new float[up][];
        for (int phase = 0; phase < up; phase++) {
            weights[phase] = weights((double) phase / up, cutoff);
        }
    }

    /** @throws IllegalArgumentException if the sound does not have the rate that this changes */
    Sound resample(Sound sound) {
        require(sound.samplesPerSecond() == from, "samplesPerSecond", "" + from, sound.samplesPerSecond());
        float[] old = sound.samples();
        float[] samples = new float[(int) ((long) old.length * up / down)];
        for (int i = 0; i < samples.length; i++) {
            long position = (long) i * down;
            int first = (int) (position / up) + 1 - reach;
            float[] weight = weights[(int) (position % up)];
            float sum = 0;
            for (int k = Math.max(0, -first); k < weight.length && first + k < old.length; k++) {
                sum += weight[k] * old[first + k];
            }
            samples[i] = sum;
        }
        return new Sound(samples, to);
    }

    /** They add up to 1, so that what does not move keeps its value. */
    private float[] weights(double phase, double cutoff) {
        double[] exact = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            double distance = k + 1 - reach - phase;
            double turn = Math.PI * cutoff * distance;
            double sinc = turn == 0 ? 1 : StrictMath.sin(turn) / turn;
            double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * distance / reach);
            exact[k] = sinc * (Math.abs(distance) < reach ? window : 0);
            sum += exact[k];
        }
        float[] weight = new float[exact.length];
        for (int k = 0; k < exact.length; k++) {
            weight[k] = (float) (exact[k] / sum);
        }
        return weight;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
