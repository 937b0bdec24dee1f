package io.jellybean.cli.feed;

import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.source.FrameStream;
import io.jellybean.cli.source.SourceFrame;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A camera whose connection breaks: each time it is opened it sends so many frames and fails, or cannot be opened at all. */
final class FlakyCamera implements CameraSource {

    private final String camera;
    private final boolean live;
    private final int[] framesByConnection;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * A camera of one byte a frame.
     *
     * @param framesByConnection 0 for one that cannot be opened; the last counts for all that follow
     */
    FlakyCamera(String camera, boolean live, int... framesByConnection) {
        this.camera = camera;
        this.live = live;
        this.framesByConnection = framesByConnection;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public String camera() {
        return camera;
    }

    @Override
    public String description() {
        return "flaky";
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public FrameStream open() throws IOException {
        int frames = framesByConnection[Math.min(connections.getAndIncrement(), framesByConnection.length - 1)];
        if (frames == 0) {
            throw new IOException("Connection refused");
        }
        return new Frames(frames);
    }

    private static final class Frames implements FrameStream {

        private int left;

        Frames(int frames) {
            left = frames;
        }

        @Override
        public double framesPerSecond() {
            return 1_000;
        }

        @Override
        public Optional<SourceFrame> next() throws IOException {
            if (left-- == 0) {
                throw new IOException("Connection reset by peer");
            }
            return Optional.of(new SourceFrame(new byte[1], null));
        }

        @Override
        public boolean skip() {
            return left-- > 0;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
