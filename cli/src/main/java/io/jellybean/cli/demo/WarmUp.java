package io.jellybean.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What is played before anything is measured: a new JVM is many times slower in its first seconds, and cameras run for months. It is
 * another street, so that no vehicle of it comes again, before cameras of its own.
 *
 * @param records in the order in which they are due
 */
record WarmUp(List<TimedRecord> records) {

    /** Long enough for the compiler to have seen the work, short enough to wait for. */
    private static final int SECONDS = 6;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final String PREFIX = "warm-up-";

    WarmUp {
        records = List.copyOf(records);
    }

    /** How many frames of each camera are played, at most. */
    static int framesPerCamera(double framesPerSecond) {
        return (int) Math.ceil(SECONDS * framesPerSecond);
    }

    /** The beginning of a schedule with the pictures of another street. */
    static WarmUp of(List<TimedRecord> schedule, StreetRecording otherStreet) {
        List<TimedRecord> records = new ArrayList<>();
        for (TimedRecord record : schedule) {
            if (record.dueMicros() > SECONDS * MICROS_PER_SECOND) {
                break;
            }
            if (record instanceof TimedQuestion question) {
                records.add(new TimedQuestion(
                        PREFIX + question.request(),
                        question.dueMicros(),
                        PREFIX + question.camera(),
                        question.jpeg(),
                        question.question(),
                        question.answer()));
            } else if (record instanceof TimedFrame frame
                    && !frame.isBad()
                    && frame.recording() < otherStreet.frames(frame.camera()).size()) {
                byte[] jpeg = otherStreet
                        .frames(frame.camera())
                        .get(frame.recording())
                        .jpeg();
                records.add(new TimedFrame(PREFIX + frame.camera(), frame.dueMicros(), jpeg, frame.recording()));
            }
        }
        return new WarmUp(records);
    }

    /** Whether a record of this key, a camera or a request, is one of a warm-up. */
    static boolean isOf(String key) {
        return key.startsWith(PREFIX);
    }

    int questions() {
        return (int) records.stream().filter(TimedQuestion.class::isInstance).count();
    }

    int frames() {
        return records.size() - questions();
    }
}
