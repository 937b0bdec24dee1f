package io.jellybean.cli.demo;

import io.jellybean.cli.kafka.FrameSender;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Plays the cameras from a schedule: sends each frame to Kafka when it is due. */
final class FrameFeeder {

    private final String bootstrapServers;
    private final String topic;

    FrameFeeder(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /**
     * Sends all frames and returns when the broker has acknowledged every one.
     *
     * @param frames in the order in which they are due
     * @param sentSoFar told after each frame
     * @return when each frame was captured, milliseconds since 1970 UTC, in the order of the frames; no two frames of a
     *     camera at the same time
     * @throws io.jellybean.cli.CommandFailedException if the broker did not take a frame
     */
    long[] feed(List<TimedFrame> frames, IntConsumer sentSoFar) {
        long[] capturedAtMillis = new long[frames.size()];
        try (FrameSender sender = new FrameSender(bootstrapServers, topic)) {
            long startNanos = System.nanoTime();
            for (int i = 0; i < capturedAtMillis.length; i++) {
                TimedFrame frame = frames.get(i);
                waitUntil(startNanos + frame.dueMicros() * 1_000);
                capturedAtMillis[i] = sender.send(frame.camera(), frame.bytes());
                sentSoFar.accept(i + 1);
            }
            sender.flush();
            return capturedAtMillis;
        }
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }
}
