package io.jellybean.cli.feed;

import io.jellybean.cli.source.CameraSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps account of a camera. Thread-safe. */
final class CameraProgress {

    /** The rate is that of so many frames, or of as long a time as they took. */
    private static final int FRAMES_FOR_RATE = 60;

    private static final Duration RATE_WINDOW = Duration.ofSeconds(5);

    private final CameraSource source;
    private final Deque<Long> sentNanos = new ArrayDeque<>();
    private CameraState state = CameraState.CONNECTING;
    private long stateSinceNanos = System.nanoTime();
    private long framesSent;
    private long failures;
    private String lastError = "";

    CameraProgress(CameraSource source) {
        this.source = source;
    }

    synchronized void frameSent() {
        enter(CameraState.STREAMING);
        framesSent++;
        sentNanos.addLast(System.nanoTime());
        if (sentNanos.size() > FRAMES_FOR_RATE) {
            sentNanos.removeFirst();
        }
    }

    /** A frame of it could not be sent, or all of it failed; what follows from that is another matter. */
    synchronized void failed(IOException reason) {
        failures++;
        String error = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        lastError = error.replaceAll("\\p{Cntrl}", " ");
    }

    synchronized void enter(CameraState newState) {
        if (state != newState) {
            state = newState;
            stateSinceNanos = System.nanoTime();
        }
    }

    synchronized long framesSent() {
        return framesSent;
    }

    synchronized CameraStatus status() {
        Duration sinceInState = Duration.ofNanos(System.nanoTime() - stateSinceNanos);
        return new CameraStatus(
                source.camera(),
                source.description(),
                state,
                sinceInState,
                framesSent,
                framesPerSecond(),
                failures,
                lastError);
    }

    private double framesPerSecond() {
        long now = System.nanoTime();
        while (!sentNanos.isEmpty() && now - sentNanos.getFirst() > RATE_WINDOW.toNanos()) {
            sentNanos.removeFirst();
        }
        return sentNanos.size() < 2 || state != CameraState.STREAMING
                ? 0
                : (sentNanos.size() - 1) * 1e9 / (sentNanos.getLast() - sentNanos.getFirst());
    }
}
