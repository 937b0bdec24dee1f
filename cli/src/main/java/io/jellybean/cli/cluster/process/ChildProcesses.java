package io.jellybean.cli.cluster.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one run and the directory that they write to. Closing ends exactly those, the last started first, and
 * removes the directory; so does the end of this JVM by Ctrl-C or SIGTERM, and after a SIGKILL the children do it
 * themselves ({@link TetheredMain}). Thread-safe.
 */
public final class ChildProcesses implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RunDirectory directory;
    private final Duration grace;
    private final Path launcher;
    private final List<ChildProcess> started = new ArrayList<>();
    private final CompletableFuture<ChildFailedException> firstFailure = new CompletableFuture<>();
    private final Thread shutdownHook = new Thread(this::endAll, "end-child-processes");
    private boolean closed;

    /**
     * Nothing runs yet; the directory is there.
     *
     * @param logs the folder that the processes' logs are kept in
     */
    public ChildProcesses(Path logs) {
        this(logs, GRACE);
    }

    ChildProcesses(Path logs, Duration grace) {
        this.directory = RunDirectory.create(logs);
        this.grace = grace;
        launcher = copyLauncher(directory);
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    public RunDirectory directory() {
        return directory;
    }

    /** Starts a JVM of the same Java as this one, its output going to a log file of its name. */
    public synchronized ChildProcess start(JvmCommand command) {
        if (closed) {
            throw new IllegalStateException("%s cannot start: the run is ending".formatted(command.name()));
        }
        Path log = directory.log(command.name());
        ProcessBuilder builder = new ProcessBuilder(arguments(command))
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Options of the caller's environment would change the memory that a child was promised.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        try {
            ChildProcess child = new ChildProcess(command.name(), builder.start(), log, firstFailure::complete);
            started.add(child);
            return child;
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot start".formatted(command.name()), failed);
        }
    }

    /** Why the first child failed, if one did: it ended without being told to, or was not ready in time. */
    public Optional<ChildFailedException> failure() {
        return Optional.ofNullable(firstFailure.getNow(null));
    }

    /** Throws the reason if a child failed. */
    public void throwIfOneFailed() {
        failure().ifPresent(reason -> {
            throw reason;
        });
    }

    /** Completed when the first child fails. */
    public CompletableFuture<ChildFailedException> whenOneFails() {
        return firstFailure.copy();
    }

    /** Ends all children and removes the directory; the logs stay. */
    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException jvmIsEnding) {
            // Then the hook finds everything closed.
        }
    }

    private synchronized void endAll() {
        if (closed) {
            return;
        }
        closed = true;
        List<ChildProcess> lastFirst = new ArrayList<>(started);
        Collections.reverse(lastFirst);
        lastFirst.forEach(ChildProcess::requestEnd);
        try {
            killAfterGrace(lastFirst);
        } catch (InterruptedException hurry) {
            lastFirst.forEach(ChildProcess::requestKill);
            Thread.currentThread().interrupt();
        }
        directory.delete();
    }

    private void killAfterGrace(List<ChildProcess> children) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + grace.toNanos();
        for (ChildProcess child : children) {
            if (!child.awaitEnd(Duration.ofNanos(deadlineNanos - System.nanoTime()))) {
                child.kill();
            }
        }
    }

    private List<String> arguments(JvmCommand command) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(command.jvmOptions());
        arguments.add("-Djava.io.tmpdir=" + directory.folder("tmp"));
        arguments.add("-D%s=%s".formatted(TetheredMain.DIRECTORY_PROPERTY, directory.path()));
        arguments.add("-cp");
        arguments.add(Stream.concat(Stream.of(launcher), command.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        arguments.add(TetheredMain.class.getName());
        arguments.add(command.mainClass());
        arguments.addAll(command.arguments());
        return arguments;
    }

    private static Path copyLauncher(RunDirectory directory) {
        Class<?> launcher = TetheredMain.class;
        Path folder = directory.folder("launcher");
        Path packageFolder = folder.resolve(launcher.getPackageName().replace('.', '/'));
        PackagedFiles.copy(launcher, launcher.getSimpleName() + ".class", packageFolder);
        return folder;
    }
}
