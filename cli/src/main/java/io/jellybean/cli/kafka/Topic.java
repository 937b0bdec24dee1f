package io.jellybean.cli.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * A topic as JellyBean wants it.
 *
 * @param partitions at least 1; those of a topic that is already there stay as they are
 * @param settings Kafka's own settings of a topic, such as {@code retention.ms}; may be empty
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    /** Of a frame, bytes; ingest refuses a larger one. */
    public static final int LARGEST_FRAME_BYTES = 2_000_000;

    /** Cameras hash to so many partitions unless somebody wants another number. */
    public static final int PARTITIONS = 8;

    /** A record is more than its frame: key, header and batch take their bytes, too. */
    private static final int RECORD_OVERHEAD_BYTES = 100_000;

    private static final Map<String, String> OF_EVERY_TOPIC =
            Map.of("cleanup.policy", "delete", "compression.type", "producer");
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long MEBIBYTE = 1 << 20;

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Topic %s: partitions must be >= 1, but was %d".formatted(name, partitions));
        }
        settings = Map.copyOf(settings);
    }

    /** Frames: each as it was sent and with its time of capture, for an hour or until a partition holds 1 GiB. */
    public static Topic frames(String name, int partitions) {
        return new Topic(name, partitions, OF_EVERY_TOPIC)
                .with("max.message.bytes", String.valueOf(LARGEST_FRAME_BYTES + RECORD_OVERHEAD_BYTES))
                .with("message.timestamp.type", "CreateTime")
                .kept(HOUR_MILLIS, 1024 * MEBIBYTE);
    }

    /** Questions, spoken ones of at most a megabyte, with the time at which they were asked. */
    public static Topic questions(String name, int partitions) {
        return new Topic(name, partitions, OF_EVERY_TOPIC)
                .with("max.message.bytes", "1048588")
                .with("message.timestamp.type", "CreateTime")
                .kept(HOUR_MILLIS, 256 * MEBIBYTE);
    }

    /** Results, stamped by the broker's clock: latency is measured to the moment they are written down. */
    public static Topic results(String name, int partitions) {
        return new Topic(name, partitions, OF_EVERY_TOPIC)
                .with("message.timestamp.type", "LogAppendTime")
                .kept(24 * HOUR_MILLIS, 256 * MEBIBYTE);
    }

    /** The same topic with one setting more, or another value of it. */
    public Topic with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Topic(name, partitions, more);
    }

    private Topic kept(long millis, long bytesPerPartition) {
        return with("retention.ms", String.valueOf(millis))
                .with("retention.bytes", String.valueOf(bytesPerPartition))
                .with("segment.bytes", String.valueOf(32 * MEBIBYTE)); // whole segments are deleted, never parts
    }
}
