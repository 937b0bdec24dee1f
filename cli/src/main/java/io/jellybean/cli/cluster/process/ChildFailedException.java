package io.jellybean.cli.cluster.process;

/** A child process died or did not become ready; the message says which, why as far as known, and where its log lies. */
public final class ChildFailedException extends RuntimeException {

    public ChildFailedException(String message) {
        super(message);
    }
}
