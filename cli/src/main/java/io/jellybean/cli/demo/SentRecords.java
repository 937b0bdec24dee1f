package io.jellybean.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule that was played.
 *
 * @param atMillis when each record of the schedule was sent, milliseconds since 1970 UTC
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SentRecords(StreetRecording recording, List<TimedRecord> schedule, long[] atMillis) {

    /** The frames, each with the moment it was captured. */
    List<VehicleRun.SentFrame> frames() {
        List<VehicleRun.SentFrame> frames = new ArrayList<>();
        for (int i = 0; i < atMillis.length; i++) {
            if (schedule.get(i) instanceof TimedFrame frame) {
                frames.add(new VehicleRun.SentFrame(frame, atMillis[i]));
            }
        }
        return frames;
    }

    /** The questions, each with the moment it was asked. */
    List<QuestionRun.SentQuestion> questions() {
        List<QuestionRun.SentQuestion> questions = new ArrayList<>();
        for (int i = 0; i < atMillis.length; i++) {
            if (schedule.get(i) instanceof TimedQuestion question) {
                questions.add(new QuestionRun.SentQuestion(question, atMillis[i]));
            }
        }
        return questions;
    }
}
