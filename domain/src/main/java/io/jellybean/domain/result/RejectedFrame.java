package io.jellybean.domain.result;

/**
 * A frame that could not be used; the record of the topic {@code rejected}.
 *
 * @param camera the key of the record as it came, bounded in length
 * @param capturedAtMillis when the camera took the frame, milliseconds since 1970 UTC
 * @param operator the operator that refused it
 * @param reason one word for machines, such as {@code truncated}
 * @param message the rule that was broken and the value that broke it, for people
 * @param sizeBytes of the record as it came
 */
public record RejectedFrame(
        String camera, long capturedAtMillis, String operator, String reason, String message, long sizeBytes) {}
