package io.jellybean.cli.demo;

/** The broker did not take a frame. */
final class FeedFailedException extends RuntimeException {
    FeedFailedException(String topic, Exception cause) {
        super("the broker did not take a frame on topic %s: %s".formatted(topic, cause.getMessage()), cause);
    }
}
