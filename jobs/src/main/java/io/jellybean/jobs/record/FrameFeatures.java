package io.jellybean.jobs.record;

/**
 * What an extractor makes of a frame that a question is asked about.
 *
 * @param request the key of the request
 * @param capturedAtMillis milliseconds since 1970 UTC
 * @param values {@code float32 [channels, rows, columns]}; empty if the frame cannot be used
 * @param fault why it cannot be used, for people; empty if it can
 */
@SuppressWarnings("ArrayRecordComponent") // Features are not copied, and never compared.
public record FrameFeatures(String request, long capturedAtMillis, float[] values, String fault, long sentAtMillis)
        implements Sent {}
