package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses TCP ports on 127.0.0.1. */
public final class FreePorts {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Operating systems give ports above these to outgoing connections, which may take one between its release and its use. */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 32_767;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** A port that is free; nobody else gets it until it is released. */
    public static HeldPort any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return new HeldPort(bind(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1)));
            } catch (IOException taken) {
                // another one, then
            }
        }
        throw new IllegalStateException(
                "none of %d ports of 127.0.0.1 between %d and %d is free".formatted(ATTEMPTS, LOWEST, HIGHEST));
    }

    /**
     * The port that the user wants, or any free one.
     *
     * @param port 1..65535, or 0 for any
     * @param purpose names in the message what would have listened there
     * @throws PortTakenException if another process listens there
     */
    public static HeldPort fixedOrAny(int port, String purpose) {
        if (port == 0) {
            return any();
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "%s: port must be 1..65535, or 0 for any free one, but was %d".formatted(purpose, port));
        }
        try {
            return new HeldPort(bind(port));
        } catch (IOException taken) {
            throw new PortTakenException(port, purpose, taken);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }
}
