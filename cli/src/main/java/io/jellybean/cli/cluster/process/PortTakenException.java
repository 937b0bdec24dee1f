package io.jellybean.cli.cluster.process;

/** A port that the user asked for is in use. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(int port, String purpose, Throwable cause) {
        super(
                "%s: port %d on 127.0.0.1 cannot be used (%s). Maybe stop what listens there, or leave the port out to get a free one."
                        .formatted(purpose, port, cause.getMessage()),
                cause);
    }
}
