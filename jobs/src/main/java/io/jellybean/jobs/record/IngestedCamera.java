package io.jellybean.jobs.record;

/**
 * What ingest keeps of one camera.
 *
 * @param nextNumber of the frame that is taken next
 * @param newestCapturedAtMillis of all frames that came, milliseconds since 1970 UTC
 */
public record IngestedCamera(long nextNumber, long newestCapturedAtMillis) {

    /** A frame that is older than this beside the newest one is not late: the camera's clock was set back. */
    private static final long CLOCK_SET_BACK_MILLIS = 10_000;

    /** Before the first frame. */
    public static IngestedCamera before(long capturedAtMillis) {
        return new IngestedCamera(0, capturedAtMillis);
    }

    /** Whether a frame comes after one that was captured later. */
    public boolean isLate(long capturedAtMillis) {
        return capturedAtMillis < newestCapturedAtMillis
                && newestCapturedAtMillis - capturedAtMillis <= CLOCK_SET_BACK_MILLIS;
    }

    /** After a frame that got a number. */
    public IngestedCamera taken(long capturedAtMillis) {
        return new IngestedCamera(nextNumber + 1, capturedAtMillis);
    }

    /** After a frame that was dropped. */
    public IngestedCamera dropped(long capturedAtMillis) {
        return new IngestedCamera(nextNumber, capturedAtMillis);
    }
}
