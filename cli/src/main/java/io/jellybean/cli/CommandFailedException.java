package io.jellybean.cli;

/** A command that cannot go on; the message says what is wrong and what to do about it. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
