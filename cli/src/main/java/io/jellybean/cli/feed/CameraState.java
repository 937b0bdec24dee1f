package io.jellybean.cli.feed;

import java.time.Duration;

/** What a camera is at. */
enum CameraState {
    CONNECTING("connecting"),
    STREAMING("streaming"),
    /** It failed and will be tried again. */
    RETRYING("retrying"),
    /** It has sent all it had to send. */
    ENDED("ended"),
    /** It failed and will not be tried again. */
    FAILED("failed");

    private final String word;

    CameraState(String word) {
        this.word = word;
    }

    boolean isFinal() {
        return this == ENDED || this == FAILED;
    }

    /** The state in words; how long it has lasted where that is of interest. */
    String since(Duration time) {
        return this == RETRYING ? "%s for %d s".formatted(word, time.toSeconds()) : word;
    }
}
