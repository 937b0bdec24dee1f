package io.jellybean.cli.cluster.rest;

/** Flink did not answer, or refused; the message is one readable line. */
public final class FlinkRestException extends RuntimeException {

    private static final int NOT_FOUND = 404;
    private static final int NO_ANSWER = 0;

    private final int httpStatus;

    FlinkRestException(String message) {
        super(message);
        this.httpStatus = NO_ANSWER;
    }

    FlinkRestException(String message, int httpStatus) {
        super(message);
        this.httpStatus = httpStatus;
    }

    FlinkRestException(String message, Throwable cause) {
        super(message, cause);
        this.httpStatus = NO_ANSWER;
    }

    /** Whether Flink answered that it does not know what was asked for. */
    public boolean isNotFound() {
        return httpStatus == NOT_FOUND;
    }
}
