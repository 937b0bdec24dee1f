package io.jellybean.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** When which frame is sent: each camera at its steady rate, cameras evenly shifted, bad frames evenly in between. */
final class FeedSchedule {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private FeedSchedule() {}

    /**
     * The frames of a recording and some bad ones, in the order in which they are due.
     */
    static List<TimedFrame> of(StreetRecording recording, int badFrames) {
        return of(recording, badFrames, frame -> true);
    }

    /** The same with every second frame left out in the first half: in the second half the rate is twice what it was. */
    static List<TimedFrame> doubling(StreetRecording recording, int badFrames) {
        int half = recording.frames(recording.cameras().get(0)).size() / 2;
        return of(recording, badFrames, frame -> frame >= half || frame % 2 == 0);
    }

    private static List<TimedFrame> of(StreetRecording recording, int badFrames, IntPredicate isSent) {
        List<TimedFrame> schedule = new ArrayList<>();
        List<String> cameras = recording.cameras();
        double period = MICROS_PER_SECOND / recording.settings().framesPerSecond();
        double shift = period / cameras.size();
        for (int c = 0; c < cameras.size(); c++) {
            String camera = cameras.get(c);
            for (int i = 0; i < recording.frames(camera).size(); i++) {
                if (isSent.test(i)) {
                    byte[] jpeg = recording.frames(camera).get(i).jpeg();
                    schedule.add(new TimedFrame(camera, Math.round(i * period + c * shift), jpeg, i));
                }
            }
        }
        schedule.addAll(bad(recording, badFrames, period));
        schedule.sort(Comparator.comparingLong(TimedFrame::dueMicros));
        return schedule;
    }

    private static List<TimedFrame> bad(StreetRecording recording, int count, double period) {
        List<String> cameras = recording.cameras();
        BadFrames kinds = new BadFrames(recording.frames(cameras.get(0)).get(0).jpeg(), count);
        double length = recording.frames(cameras.get(0)).size() * period;
        List<TimedFrame> bad = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long due = Math.round((i + 0.5) * length / count);
            bad.add(new TimedFrame(cameras.get(i % cameras.size()), due, kinds.next(), TimedFrame.NOT_RECORDED));
        }
        return bad;
    }
}
