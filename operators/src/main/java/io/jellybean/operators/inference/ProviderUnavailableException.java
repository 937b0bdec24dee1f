package io.jellybean.operators.inference;

/** What was asked to do the arithmetic of a network cannot be had here; the message names it, the reason and the fix. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A provider that this build of the model runtime does not have. */
    public ProviderUnavailableException(String message) {
        super(message);
    }

    /** A provider that the model runtime has, but cannot use. */
    public ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
