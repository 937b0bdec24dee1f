package io.jellybean.cli.feed;

import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.terminal.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Feeds many cameras at once, each on a thread of its own, so that none waits for another. */
final class Feed {

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /** A camera that is being opened may take so long to see that it shall stop; then it is left behind. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private final List<CameraFeed> cameras;
    private final StopSignal stop;

    Feed(List<CameraSource> sources, FeedSettings settings, FrameOutlet outlet, StopSignal stop) {
        this.stop = stop;
        this.cameras = sources.stream()
                .map(source -> new CameraFeed(source, settings, outlet, stop))
                .toList();
    }

    /**
     * Feeds until all cameras are done or the signal comes.
     *
     * @param progress told every second, and once at the end
     * @return how the cameras ended
     * @throws io.jellybean.cli.CommandFailedException if the outlet is closed for good
     */
    List<CameraStatus> run(Consumer<List<CameraStatus>> progress) {
        ExecutorService threads = Executors.newFixedThreadPool(cameras.size(), Feed::daemon);
        List<Future<?>> running = new ArrayList<>();
        cameras.forEach(camera -> running.add(threads.submit(camera::run)));
        try {
            while (!stop.isRaised() && !awaitAll(running, TELL_EVERY)) {
                progress.accept(statuses());
            }
            awaitAll(running, STOP_WITHIN);
            progress.accept(statuses());
            return statuses();
        } finally {
            stop.raise();
            threads.shutdown();
        }
    }

    private List<CameraStatus> statuses() {
        return cameras.stream().map(CameraFeed::status).toList();
    }

    /** Whether all are done within the time; fails as soon as one is seen to have failed. */
    private boolean awaitAll(List<Future<?>> running, Duration time) {
        long untilNanos = System.nanoTime() + time.toNanos();
        for (Future<?> camera : running) {
            try {
                camera.get(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                // look at the others all the same: one may have failed
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                stop.raise();
                return false;
            }
        }
        return running.stream().allMatch(Future::isDone);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "jellybean-camera");
        thread.setDaemon(true);
        return thread;
    }
}
