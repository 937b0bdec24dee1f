package io.jellybean.cli;

/** A command that cannot go on; the message says what is wrong and what to do about it. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Checks a whole number that the user gave.
     *
     * @throws CommandFailedException if it is out of range
     */
    public static void requireRange(String option, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new CommandFailedException(
                    "%s must be from %d to %d, but was %d".formatted(option, least, greatest, value));
        }
    }

    /**
     * Checks a number that the user gave.
     *
     * @throws CommandFailedException if it is out of range
     */
    public static void requireRange(String option, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw new CommandFailedException(
                    "%s must be from %s to %s, but was %s".formatted(option, least, greatest, value));
        }
    }
}
