package io.jellybean.cli.cluster.rest;

/** Flink did not answer, or refused; the message is one readable line. */
public final class FlinkRestException extends RuntimeException {

    FlinkRestException(String message) {
        super(message);
    }

    FlinkRestException(String message, Throwable cause) {
        super(message, cause);
    }
}
