package io.jellybean.cli.demo;

/** No plan can meet the objective; the message says what stands in the way. */
final class InfeasibleException extends RuntimeException {
    InfeasibleException(String message) {
        super(message);
    }
}
