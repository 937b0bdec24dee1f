package io.jellybean.cli.cluster.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One JVM that we started. Thread-safe.
 *
 * <p>It is ended by its handle, never by {@link Process#destroy()}, which would close the child's standard input and so
 * let it halt before it has shut down in order.
 */
public final class ChildProcess {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final int ENDED_BY_CTRL_C = 128 + 2;

    private final String name;
    private final Process process;
    private final Path log;
    private final Consumer<ChildFailedException> onFailure;
    private volatile boolean endIsExpected;

    /** @param onFailure hears why the child ended without being told to, or was not ready in time */
    ChildProcess(String name, Process process, Path log, Consumer<ChildFailedException> onFailure) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.onFailure = onFailure;
        CompletableFuture<Void> unused = process.onExit().thenAccept(this::onExit);
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** Standard output and standard error of the child. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Asks {@code isReady} again and again until it says yes.
     *
     * @throws ChildFailedException if the child dies first, or the time is over
     */
    public void awaitReady(BooleanSupplier isReady, Duration timeout) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        while (!isReady.getAsBoolean()) {
            if (!process.isAlive()) {
                throw death();
            }
            if (System.nanoTime() > deadlineNanos) {
                throw failure("was not ready after %d s".formatted(timeout.toSeconds()));
            }
            process.waitFor(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Waits for a child that does one thing and ends.
     *
     * @throws ChildFailedException if it ends with another exit code than 0, or not in time
     */
    public void awaitSuccess(Duration timeout) throws InterruptedException {
        endIsExpected = true;
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw failure("took longer than %d s".formatted(timeout.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw death();
        }
    }

    /** Asks the child to end (SIGTERM); does not wait. */
    public void requestEnd() {
        endIsExpected = true;
        process.toHandle().destroy();
    }

    /** Ends the child as a power cut would (SIGKILL) and waits until it is gone. */
    public void kill() throws InterruptedException {
        requestKill();
        process.waitFor();
    }

    /** Kills the child; does not wait. */
    void requestKill() {
        endIsExpected = true;
        process.toHandle().destroyForcibly();
    }

    /** Waits up to the time given; true if the child is gone. */
    boolean awaitEnd(Duration timeout) throws InterruptedException {
        return process.waitFor(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void onExit(Process ended) {
        // Ctrl-C reaches all processes of a terminal at once: then we are ending, too.
        if (!endIsExpected && ended.exitValue() != ENDED_BY_CTRL_C) {
            death();
        }
    }

    private ChildFailedException death() {
        return failure("died with exit code %d".formatted(process.exitValue()));
    }

    private ChildFailedException failure(String what) {
        ChildFailedException reason = new ChildFailedException(
                "%s %s. Its last word: %s. Its log: %s".formatted(name, what, LogTail.lastMeaningfulLine(log), log));
        onFailure.accept(reason);
        return reason;
    }
}
