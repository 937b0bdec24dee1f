package io.jellybean.cli.demo;

/**
 * A result and when the broker wrote it down.
 *
 * @param writtenAtMillis milliseconds since 1970 UTC, by the broker's clock
 */
record Received<T>(T result, long writtenAtMillis) {}
