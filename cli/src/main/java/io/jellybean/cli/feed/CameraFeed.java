package io.jellybean.cli.feed;

import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.source.FrameStream;
import io.jellybean.cli.source.SourceFrame;
import io.jellybean.cli.terminal.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Feeds one camera to its end. One that is live and fails is tried again, after pauses that grow; anything else is given up. */
final class CameraFeed {

    private final CameraSource source;
    private final FeedSettings settings;
    private final FrameOutlet outlet;
    private final StopSignal stop;
    private final CameraProgress progress;

    CameraFeed(CameraSource source, FeedSettings settings, FrameOutlet outlet, StopSignal stop) {
        this.source = source;
        this.settings = settings;
        this.outlet = outlet;
        this.stop = stop;
        this.progress = new CameraProgress(source);
    }

    CameraStatus status() {
        return progress.status();
    }

    /**
     * Feeds until the camera's end, its limit or the signal.
     *
     * @throws io.jellybean.cli.CommandFailedException if the outlet is closed for good
     */
    void run() {
        Duration pause = settings.firstPause();
        boolean again = true;
        while (again && !isDone()) {
            long sentBefore = progress.framesSent();
            try {
                stream();
                requireItsPart(sentBefore);
                again = settings.loop();
            } catch (IOException failed) {
                progress.failed(failed);
                if (!source.live()) {
                    progress.enter(CameraState.FAILED);
                    return;
                }
                progress.enter(CameraState.RETRYING);
                pause = progress.framesSent() > sentBefore ? settings.firstPause() : pause;
                stop.awaitFor(pause);
                pause = shorter(pause.multipliedBy(2), settings.longestPause());
            }
        }
        progress.enter(CameraState.ENDED);
    }

    private boolean isDone() {
        return stop.isRaised() || progress.framesSent() >= settings.framesPerCamera();
    }

    private void stream() throws IOException {
        try (FrameStream stream = source.open()) {
            Pace pace = source.live()
                    ? Pace.ofACamera(settings.framesPerSecond())
                    : Pace.ofAFile(stream.framesPerSecond(), settings.framesPerSecond());
            boolean more = true;
            while (more && !isDone()) {
                more = pace.passesOverNext(System.nanoTime()) ? stream.skip() : sendNext(stream, pace);
            }
        }
    }

    private boolean sendNext(FrameStream stream, Pace pace) throws IOException {
        Optional<SourceFrame> frame = stream.next();
        if (frame.isEmpty() || stop.awaitFor(pace.untilDue(System.nanoTime()))) {
            return false;
        }
        try {
            outlet.take(source.camera(), progress.framesSent(), frame.get());
            progress.frameSent();
        } catch (IOException refused) { // the next may be better
            progress.failed(refused);
        }
        return true;
    }

    /** A camera does not end by itself, and a file has at least a frame that can be sent. */
    private void requireItsPart(long sentBefore) throws IOException {
        if (!isDone() && source.live()) {
            throw new IOException("it sends nothing more");
        }
        if (!isDone() && progress.framesSent() == sentBefore) {
            throw new IOException("it has no frame that can be sent");
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
