package io.jellybean.jobs.record;

/**
 * A frame as it came from Kafka, not yet looked at.
 *
 * @param camera the key of the record; empty if it has none
 * @param capturedAtMillis the timestamp of the record, milliseconds since 1970 UTC
 * @param request the header {@code request}: the key of what is asked about the frame; empty if there is none
 * @param jpeg the value of the record; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // A megabyte of JPEG is not copied, and frames are never compared.
public record IncomingFrame(String camera, long capturedAtMillis, String request, byte[] jpeg) {}
