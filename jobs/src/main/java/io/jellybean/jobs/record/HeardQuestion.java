package io.jellybean.jobs.record;

/**
 * A question in words.
 *
 * @param request the key of the request
 * @param askedAtMillis milliseconds since 1970 UTC
 * @param text as it was written or heard
 * @param fault why it cannot be answered, for people; empty if it can
 */
public record HeardQuestion(String request, long askedAtMillis, String text, String fault, long sentAtMillis)
        implements Sent {}
