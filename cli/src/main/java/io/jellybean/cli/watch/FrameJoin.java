package io.jellybean.cli.watch;

import io.jellybean.domain.result.TrackedFrame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings frames and their tracks together again: both have the camera and the time of capture, and both come in order for each
 * camera, so what is older than its counterpart has none. Keeps a bounded number of bytes; the oldest frames go first. Not
 * thread-safe.
 */
final class FrameJoin {

    private static final int MOST_TRACKED = 20_000;

    private final long mostBytes;
    private final Map<String, Halves> halvesByCamera = new HashMap<>();
    private long bytes;
    private int tracked;
    private long evicted;

    /** A frame and what was found in it. */
    @SuppressWarnings("ArrayRecordComponent") // A picture is handed on, not copied.
    record Joined(byte[] jpeg, TrackedFrame tracked) {}

    /** What waits for its counterpart, by time of capture. */
    private record Halves(TreeMap<Long, byte[]> jpegs, TreeMap<Long, TrackedFrame> tracks) {}

    /**
     * Keeps up to so many bytes of frames.
     *
     * @param mostBytes more are never kept
     */
    FrameJoin(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A frame has come; with its tracks if they have, too. */
    Optional<Joined> frame(String camera, long capturedAtMillis, byte[] jpeg) {
        Halves halves = halves(camera);
        forgetTracks(halves, capturedAtMillis);
        TrackedFrame found = halves.tracks().remove(capturedAtMillis);
        if (found != null) {
            tracked--;
            return Optional.of(new Joined(jpeg, found));
        }
        byte[] before = halves.jpegs().put(capturedAtMillis, jpeg);
        bytes += jpeg.length - (before == null ? 0 : before.length);
        while (bytes > mostBytes) {
            evictOldest();
        }
        return Optional.empty();
    }

    /** The tracks of a frame have come; with the frame if it has, too. */
    Optional<Joined> tracked(TrackedFrame frame) {
        Halves halves = halves(frame.camera());
        forgetFrames(halves, frame.capturedAtMillis());
        byte[] jpeg = halves.jpegs().remove(frame.capturedAtMillis());
        if (jpeg != null) {
            bytes -= jpeg.length;
            return Optional.of(new Joined(jpeg, frame));
        }
        if (tracked < MOST_TRACKED && halves.tracks().put(frame.capturedAtMillis(), frame) == null) {
            tracked++;
        }
        return Optional.empty();
    }

    /** Whether tracks should come before more frames do. */
    boolean waitsForTracks() {
        return bytes > mostBytes / 2 && !(tracked > MOST_TRACKED / 2);
    }

    /** Whether frames should come before more tracks do. */
    boolean waitsForFrames() {
        return tracked > MOST_TRACKED / 2 && !(bytes > mostBytes / 2);
    }

    /** How many frames had to go before their tracks came. */
    long evicted() {
        return evicted;
    }

    private Halves halves(String camera) {
        return halvesByCamera.computeIfAbsent(camera, unseen -> new Halves(new TreeMap<>(), new TreeMap<>()));
    }

    private void forgetTracks(Halves halves, long beforeMillis) {
        tracked -= halves.tracks().headMap(beforeMillis).size();
        halves.tracks().headMap(beforeMillis).clear();
    }

    private void forgetFrames(Halves halves, long beforeMillis) {
        halves.jpegs().headMap(beforeMillis).values().forEach(jpeg -> bytes -= jpeg.length);
        halves.jpegs().headMap(beforeMillis).clear();
    }

    private void evictOldest() {
        halvesByCamera.values().stream()
                .map(Halves::jpegs)
                .filter(jpegs -> !jpegs.isEmpty())
                .min(Comparator.comparing(TreeMap::firstKey))
                .ifPresent(jpegs -> {
                    bytes -= jpegs.pollFirstEntry().getValue().length;
                    evicted++;
                });
    }
}
