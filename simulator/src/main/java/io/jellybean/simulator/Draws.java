package io.jellybean.simulator;

import java.util.List;

/**
 * Random numbers that depend on nothing but their keys, so that any moment of the street can be asked for on its own. SplitMix64
 * (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). Not thread-safe; make one where it is needed.
 */
final class Draws {
    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** A sequence of its own for each (seed, purpose, keys). */
    static Draws of(long seed, String purpose, long... keys) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L) ^ purpose.hashCode();
        for (long key : keys) {
            mixed = mix(mixed + 0x9E3779B97F4A7C15L) ^ key;
        }
        return new Draws(mix(mixed));
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** Uniform in 0 (inclusive) .. 1 (exclusive). */
    double next() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * next();
    }

    /** Uniform in 0 .. count - 1. */
    int below(int count) {
        return (int) (next() * count);
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    <T> T oneOf(T[] choices) {
        return choices[below(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** About normal with mean 0 and deviation 1: the sum of twelve uniform draws, which needs no logarithm. */
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; i++) {
            sum += next();
        }
        return sum;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
