package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses TCP ports on 127.0.0.1. */
public final class FreePorts {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private FreePorts() {}

    /** A port that the operating system says is free; nobody else gets it until it is released. */
    public static HeldPort any() {
        try {
            return new HeldPort(bind(0));
        } catch (IOException failed) {
            throw new UncheckedIOException("No free port on 127.0.0.1", failed);
        }
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
