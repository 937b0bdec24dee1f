package io.jellybean.jobs.record;

/**
 * A frame with its place among the frames of its camera.
 *
 * @param number from 0, without gaps for each camera
 * @param capturedAtMillis milliseconds since 1970 UTC
 * @param request the key of what is asked about the frame; empty if nothing is
 * @param jpeg the picture as the camera sent it; empty if ingest refused it
 * @param freshUntilMillis from when on nothing is spent on it any more, milliseconds since 1970 UTC; {@link #ALWAYS_FRESH} under
 *     the policy {@code complete}
 */
@SuppressWarnings("ArrayRecordComponent") // A megabyte of JPEG is not copied, and frames are never compared.
public record NumberedFrame(
        String camera,
        long number,
        long capturedAtMillis,
        String request,
        byte[] jpeg,
        long freshUntilMillis,
        long sentAtMillis)
        implements Sent {

    /** Of a frame that is served however late. */
    public static final long ALWAYS_FRESH = Long.MAX_VALUE;

    /** Whether ingest refused the picture; its number still travels, so that nobody waits for it. */
    public boolean isRejected() {
        return jpeg.length == 0;
    }
}
