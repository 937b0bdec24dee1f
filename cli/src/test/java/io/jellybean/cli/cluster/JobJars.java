package io.jellybean.cli.cluster;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Job jars for tests, compiled against the cluster's own class path: this module does not know Flink's classes. */
final class JobJars {

    private JobJars() {}

    /** A jar with {@code example.CountingJob}. */
    static Path counting(Path folder, Path flinkLib) {
        try {
            Path source = folder.resolve("CountingJob.java");
            try (@Nullable InputStream text = JobJars.class.getResourceAsStream("CountingJob.java")) {
                Files.copy(requireNonNull(text), source);
            }
            Path classes = Files.createDirectory(folder.resolve("classes"));
            compile(source, classes, flinkLib);
            return jar(classes, folder.resolve("counting.jar"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void compile(Path source, Path classes, Path flinkLib) throws IOException {
        String classPath;
        try (Stream<Path> jars = Files.list(flinkLib)) {
            classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", classes.toString(), source.toString());
        if (exitCode != 0) {
            throw new IllegalStateException(source + " does not compile");
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path each : tree.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
        return jar;
    }
}
