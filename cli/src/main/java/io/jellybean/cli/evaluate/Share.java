package io.jellybean.cli.evaluate;

import java.util.List;

/**
 * How much of something is right, as counts that can be added up over streets.
 *
 * @param right 0 or more
 * @param of at least {@code right}
 */
record Share(double right, double of) {
    Share {
        if (!(right >= 0 && right <= of * (1 + 1e-9))) {
            throw new IllegalArgumentException("share: right must be from 0 to %s, but was %s".formatted(of, right));
        }
    }

    /** All together; 0 of nothing. */
    static double of(List<Share> shares) {
        double right = shares.stream().mapToDouble(Share::right).sum();
        double of = shares.stream().mapToDouble(Share::of).sum();
        return of == 0 ? 0 : Math.min(1, right / of);
    }
}
