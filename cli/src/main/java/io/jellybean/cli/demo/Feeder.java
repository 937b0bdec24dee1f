package io.jellybean.cli.demo;

import io.jellybean.cli.kafka.FrameSender;
import io.jellybean.domain.workflow.OperatorKind;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Plays cameras and people: sends each record of a schedule to Kafka when it is due. */
final class Feeder {

    private final String bootstrapServers;
    private final DemoTopics topics;

    Feeder(String bootstrapServers, DemoTopics topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
    }

    /**
     * Sends everything and returns when the broker has acknowledged all of it.
     *
     * @param schedule in the order in which it is due
     * @param sent told after each record
     * @return when each record was captured or asked, milliseconds since 1970 UTC, in the order of the schedule; no two frames of a
     *     camera at the same time
     * @throws io.jellybean.cli.CommandFailedException if the broker did not take a record
     */
    long[] feed(List<TimedRecord> schedule, Runnable sent) {
        long[] atMillis = new long[schedule.size()];
        try (FrameSender frames = sender(OperatorKind.DETECT);
                FrameSender pictures = sender(OperatorKind.EXTRACT)) {
            long startNanos = System.nanoTime();
            for (int i = 0; i < atMillis.length; i++) {
                TimedRecord due = schedule.get(i);
                waitUntil(startNanos + due.dueMicros() * 1_000);
                atMillis[i] = due instanceof TimedQuestion question
                        ? ask(pictures, question)
                        : send(frames, (TimedFrame) due);
                sent.run();
            }
            frames.flush();
            pictures.flush();
            return atMillis;
        }
    }

    /** Where there is no such topic, nothing is ever sent. */
    private FrameSender sender(OperatorKind kind) {
        return new FrameSender(bootstrapServers, topics.into(kind).orElse(""));
    }

    private static long send(FrameSender sender, TimedFrame frame) {
        return sender.send(frame.camera(), frame.bytes());
    }

    private long ask(FrameSender sender, TimedQuestion question) {
        long atMillis = sender.send(question.camera(), question.jpeg(), question.request());
        sender.ask(
                topics.into(OperatorKind.RECOGNISE).orElseThrow(),
                question.request(),
                question.question().wav(),
                atMillis);
        return atMillis;
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }
}
