package io.jellybean.cli.watch;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints results, one a line. What is in them cannot move the cursor or ring the bell. */
final class ResultLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final byte[] NOTHING = {};

    private final PrintStream out;
    private final ResultTopics topics;
    private final boolean asJson;

    ResultLines(PrintStream out, ResultTopics topics, boolean asJson) {
        this.out = out;
        this.topics = topics;
        this.asJson = asJson;
    }

    void print(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        out.println(printable(asJson ? new String(value, StandardCharsets.UTF_8) : line(record, value)));
    }

    private String line(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        String time = TIME.format(Instant.ofEpochMilli(record.timestamp()));
        return "%s %-10s %s".formatted(time, record.topic(), text(record, value));
    }

    private String text(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        ResultKind kind = topics.kindByTopic().get(record.topic());
        try {
            return kind == null ? "" : kind.text(value);
        } catch (UncheckedIOException notOfThisKind) {
            return "partition %d, offset %d: %d bytes that are not such a result"
                    .formatted(record.partition(), record.offset(), value.length);
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
