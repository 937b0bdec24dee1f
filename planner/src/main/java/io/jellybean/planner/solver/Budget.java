package io.jellybean.planner.solver;

import java.time.Duration;

/**
 * How long a search may go on, counted in work that is the same on every machine and in every run: linear programs and nodes of
 * search trees. A millisecond of the limit is one of them, which is about what one takes; the clock is only the backstop. Not
 * thread-safe.
 */
final class Budget {

    /** Beyond the limit, for machines that are slow or busy. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final long backstopNanos;
    private final long units;
    private long spent;

    /** Work for about that long. */
    Budget(Duration limit) {
        this(Math.max(1, limit.toMillis()), limit.plus(GRACE));
    }

    /** So much work, however long it takes up to the backstop. */
    Budget(long units, Duration backstop) {
        this.units = units;
        this.backstopNanos = System.nanoTime() + backstop.toNanos();
    }

    /** Counts work. */
    void spend(long work) {
        spent += work;
    }

    /** Whether the search must end. */
    boolean isSpent() {
        return spent >= units || System.nanoTime() >= backstopNanos;
    }

    /** Whether half of the work is done, or more. */
    boolean isHalfSpent() {
        return 2 * spent >= units || isSpent();
    }

    /** How long one solver may run at most. */
    Duration untilBackstop() {
        return Duration.ofNanos(Math.max(0, backstopNanos - System.nanoTime()));
    }
}
