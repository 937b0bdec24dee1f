package io.jellybean.jobs.security;

/** Settings of TLS or credentials that cannot be used as they are; its message says which and why. */
public final class UnusableSecurityException extends RuntimeException {

    UnusableSecurityException(String message) {
        super(message);
    }
}
