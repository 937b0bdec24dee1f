package io.jellybean.cli.cluster.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of JobManager and TaskManagers. JellyBean's own jars are on it, too: what a JVM has loaded and compiled once
 * serves each job of the same build, which so starts sooner than one that brings its classes.
 *
 * @param lib the folder of the libraries
 * @param runtime the folder of JellyBean's own jars
 */
public record FlinkJars(Path lib, Path runtime) {

    /** The setting by which a cluster tells which build's {@link #runtime} it has on its class path: {@link #runtimeSha256}. */
    public static final String RUNTIME_OPTION = "jellybean.runtime.sha256";

    /** The folders that the build made, below JellyBean's own folder. */
    public static FlinkJars below(Path home) {
        Path target = home.resolve("distribution/flink/target");
        return new FlinkJars(target.resolve("lib"), target.resolve("runtime"));
    }

    /** A copy that the next build does not write over; libraries stay where they are. */
    FlinkJars withRuntimeIn(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path jar : runtimeJars()) {
                Files.copy(jar, folder.resolve(jar.getFileName()));
            }
            return new FlinkJars(lib, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot copy %s to %s".formatted(runtime, folder), failed);
        }
    }

    /** Tells one build from another: SHA-256 over the names and bytes of JellyBean's own jars. */
    public String runtimeSha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : runtimeJars()) {
                digest.update(jar.getFileName().toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + runtime, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    List<Path> classPath() {
        return List.of(lib.resolve("*"), runtime.resolve("*"));
    }

    private List<Path> runtimeJars() throws IOException {
        try (Stream<Path> files = Files.list(runtime)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
