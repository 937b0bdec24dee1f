package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.Arrays;

/**
 * One channel of sound.
 *
 * @param samples -1..1; more is clipped where it is written
 * @param samplesPerSecond at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, which nobody compares
record Sound(float[] samples, int samplesPerSecond) {
    Sound {
        require(samplesPerSecond >= 1, "samplesPerSecond", ">= 1", samplesPerSecond);
    }

    double seconds() {
        return (double) samples.length / samplesPerSecond;
    }

    /** The root of the mean square, 0 for silence. */
    double loudness() {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }

    /** Without what is quieter than a fraction of the loudest sample, before and after. */
    Sound trimmed(double fraction) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        double least = loudest * fraction;
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) <= least) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) <= least) {
            to--;
        }
        return new Sound(Arrays.copyOfRange(samples, from, to), samplesPerSecond);
    }

    /** With silence before and after. */
    Sound padded(int before, int after) {
        float[] longer = new float[before + samples.length + after];
        System.arraycopy(samples, 0, longer, before, samples.length);
        return new Sound(longer, samplesPerSecond);
    }
}
