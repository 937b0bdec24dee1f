package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The tracks as readers of committed records get to see them, with the time of their writing and of their arrival. */
final class CommittedResults implements AutoCloseable {

    private final TopicFollower follower;
    private final List<Seen> seen = new ArrayList<>();
    private final Thread reader;
    private volatile boolean ending;

    private record Seen(TrackedFrame result, long writtenAtMillis, long seenAtMillis) {}

    private CommittedResults(String kafka, String topic) {
        follower = new TopicFollower(kafka, List.of(topic), false);
        reader = new Thread(this::read, "reader");
    }

    static CommittedResults follow(String kafka, String topic) {
        CommittedResults results = new CommittedResults(kafka, topic);
        results.reader.start();
        return results;
    }

    /** Waits until there are so many, and a moment longer for those that would be too many. */
    void await(int expected, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (count() < expected && System.nanoTime() < giveUpAt) {
            Thread.sleep(100);
        }
        Thread.sleep(3_000);
    }

    List<TrackedFrame> results() {
        synchronized (seen) {
            return seen.stream().map(Seen::result).toList();
        }
    }

    /**
     * Each frame of each camera has one result, in the order of their capture, and no identity was given twice.
     *
     * @param sentByCamera how many frames, all of which have a result
     */
    void requireEachFrameOnce(Map<String, Integer> sentByCamera) {
        Map<String, List<TrackedFrame>> byCamera = results().stream()
                .collect(Collectors.groupingBy(TrackedFrame::camera, TreeMap::new, Collectors.toList()));
        assertThat(byCamera.keySet()).isEqualTo(sentByCamera.keySet());
        byCamera.forEach((camera, frames) -> {
            assertThat(frames)
                    .as(camera)
                    .extracting(TrackedFrame::number)
                    .containsExactlyElementsOf(LongStream.range(0, sentByCamera.getOrDefault(camera, 0))
                            .boxed()
                            .toList());
            assertThat(newIdentities(frames)).as(camera).isSorted().doesNotHaveDuplicates();
        });
    }

    /** The identities in the order in which they were given. */
    private static List<Long> newIdentities(List<TrackedFrame> frames) {
        Set<Long> ever = new TreeSet<>();
        List<Long> given = new ArrayList<>();
        for (TrackedFrame frame : frames) {
            frame.vehicles().stream()
                    .map(TrackedVehicle::trackId)
                    .sorted()
                    .filter(ever::add)
                    .forEach(given::add);
        }
        return given;
    }

    /** Each move as its results show it: the longest time without any from when it was asked for to the next. */
    List<Gap> gaps(List<Long> movedAtMillis) {
        List<Gap> gaps = new ArrayList<>();
        synchronized (seen) {
            for (int move = 0; move < movedAtMillis.size(); move++) {
                boolean last = move + 1 == movedAtMillis.size();
                gaps.add(gap(movedAtMillis.get(move), last ? Long.MAX_VALUE : movedAtMillis.get(move + 1)));
            }
        }
        return gaps;
    }

    /**
     * A time without results.
     *
     * @param writeMillis by when they were written
     * @param readMillis by when readers of committed records had them
     * @param before the last result of each camera before it
     * @param after the first one after it
     */
    record Gap(long writeMillis, long readMillis, Map<String, TrackedFrame> before, Map<String, TrackedFrame> after) {

        /** Cameras that had vehicles in sight on both sides of it. */
        List<String> cameras() {
            return before.keySet().stream()
                    .filter(camera -> !ids(before, camera).isEmpty()
                            && !ids(after, camera).isEmpty())
                    .toList();
        }

        /** The identities that a camera's vehicles had on both sides of it. */
        Set<Long> kept(String camera) {
            Set<Long> kept = ids(before, camera);
            kept.retainAll(ids(after, camera));
            return kept;
        }

        private static Set<Long> ids(Map<String, TrackedFrame> frames, String camera) {
            TrackedFrame frame = frames.get(camera);
            return frame == null
                    ? new TreeSet<>()
                    : frame.vehicles().stream()
                            .map(TrackedVehicle::trackId)
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f s to the write, %.1f s to readers of committed records",
                    writeMillis / 1_000.0,
                    readMillis / 1_000.0);
        }
    }

    /** The longest time without any that ended after one moment and began before another. */
    Gap gapBetween(long fromMillis, long untilMillis) {
        synchronized (seen) {
            return gap(fromMillis, untilMillis);
        }
    }

    private Gap gap(long movedAtMillis, long nextAtMillis) {
        List<Long> written = seen.stream().map(Seen::writtenAtMillis).sorted().toList();
        List<Long> read = seen.stream().map(Seen::seenAtMillis).sorted().toList();
        int end = endOfLongestGap(written, movedAtMillis, nextAtMillis);
        long lastBefore = written.get(end - 1);
        Map<String, TrackedFrame> before = new TreeMap<>();
        Map<String, TrackedFrame> after = new TreeMap<>();
        seen.stream()
                .sorted(Comparator.comparingLong(each -> each.result().number()))
                .forEach(each -> {
                    if (each.writtenAtMillis() <= lastBefore) {
                        before.put(each.result().camera(), each.result());
                    } else {
                        after.putIfAbsent(each.result().camera(), each.result());
                    }
                });
        int endOfReading = endOfLongestGap(read, movedAtMillis, nextAtMillis);
        return new Gap(
                written.get(end) - lastBefore, read.get(endOfReading) - read.get(endOfReading - 1), before, after);
    }

    @Override
    public void close() {
        ending = true;
        try {
            reader.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        follower.close();
    }

    private int count() {
        synchronized (seen) {
            return seen.size();
        }
    }

    private void read() {
        while (!ending) {
            for (ConsumerRecord<byte[], byte[]> record : poll()) {
                synchronized (seen) {
                    seen.add(new Seen(
                            ResultJson.TRACKED_FRAME.decode(record.value()),
                            record.timestamp(),
                            System.currentTimeMillis()));
                }
            }
        }
    }

    /** A broker that is away comes back. */
    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return follower.poll(Duration.ofMillis(20));
        } catch (CommandFailedException away) {
            return ConsumerRecords.empty();
        }
    }

    private static int endOfLongestGap(List<Long> sortedMillis, long from, long until) {
        int end = 1;
        long longest = 0;
        for (int i = 1; i < sortedMillis.size(); i++) {
            boolean aroundTheMove = sortedMillis.get(i) >= from && sortedMillis.get(i - 1) < until;
            if (aroundTheMove && sortedMillis.get(i) - sortedMillis.get(i - 1) > longest) {
                longest = sortedMillis.get(i) - sortedMillis.get(i - 1);
                end = i;
            }
        }
        return end;
    }
}
