package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A port on 127.0.0.1 that is kept from others until the process it is meant for is about to start. */
public final class HeldPort implements AutoCloseable {

    private final ServerSocket socket;
    private final int number;

    HeldPort(ServerSocket socket) {
        this.socket = socket;
        this.number = socket.getLocalPort();
    }

    public int number() {
        return number;
    }

    /** Lets the port go and returns its number: what is started next may bind it. */
    public int release() {
        close();
        return number;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot release port " + number, failed);
        }
    }
}
