package io.jellybean.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes with what it was for. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path = Files.createTempDirectory("jellybean-bench-");

    TemporaryFolder() throws IOException {
        // made above
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> children = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : children) {
                Files.delete(each);
            }
        }
    }
}
