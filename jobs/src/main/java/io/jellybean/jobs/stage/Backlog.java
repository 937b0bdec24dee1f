package io.jellybean.jobs.stage;

import java.time.Duration;

/**
 * Decides under the policy {@code live} which frames of one camera are served. When a frame is too old, it is dropped with all
 * that wait behind it, up to the newest: so what is served then is new, and not forever on the verge of being dropped.
 */
final class Backlog {

    private final long maxAgeMillis;
    private boolean skipping;
    private long lastCapturedAtMillis;
    private long lastCameAtMillis;

    /**
     * @param maxAge above which a frame is not served
     */
    Backlog(Duration maxAge) {
        this.maxAgeMillis = maxAge.toMillis();
    }

    /**
     * Whether the next frame is served.
     *
     * @param capturedAtMillis when it was captured, milliseconds since 1970 UTC
     * @param nowMillis when it is looked at, by the same clock
     */
    boolean serves(long capturedAtMillis, long nowMillis) {
        long ageMillis = nowMillis - capturedAtMillis;
        skipping = ageMillis > maxAgeMillis || (skipping && !isNew(ageMillis, capturedAtMillis, nowMillis));
        lastCapturedAtMillis = capturedAtMillis;
        lastCameAtMillis = nowMillis;
        return !skipping;
    }

    /** Young, or not from a backlog: frames of a backlog come faster than they were captured. */
    private boolean isNew(long ageMillis, long capturedAtMillis, long nowMillis) {
        return ageMillis <= maxAgeMillis / 2
                || 2 * (nowMillis - lastCameAtMillis) >= capturedAtMillis - lastCapturedAtMillis;
    }
}
