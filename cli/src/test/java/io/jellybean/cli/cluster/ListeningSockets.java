package io.jellybean.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets on which a Linux process listens, read from /proc. */
final class ListeningSockets {

    private static final String LISTEN = "0A";

    /** 127.0.0.1, ::1, and 127.0.0.1 written as an IPv6 address, as the kernel prints them. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    private ListeningSockets() {}

    /** The local addresses in the kernel's hexadecimal writing. */
    static List<String> of(long pid) {
        Set<String> inodes = socketInodes(pid);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/%d/net/%s".formatted(pid, table))))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns[3].equals(LISTEN) && inodes.contains(columns[9]))
                .map(columns -> columns[1].substring(0, columns[1].indexOf(':')))
                .toList();
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.contains(address);
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Set<String> socketInodes(long pid) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
            return descriptors
                    .map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
