package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows the vehicles of one camera: where each track is expected is compared with what is seen, the best matches
 * overall continue their tracks, what remains begins new ones. Confirmed tracks choose first among the clear detections, then
 * among the faint ones (after ByteTrack, Zhang et al. 2022), so that a half hidden vehicle keeps its track; tracks not yet
 * confirmed choose last. Immutable and thread-safe; equal inputs give equal results.
 */
public final class VehicleTracker {

    private final TrackerSettings settings;

    /** A tracker for any number of cameras. */
    public VehicleTracker(TrackerSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the next frame of a camera, of which no vehicle was embedded.
     *
     * @param detections in pixels of the frame; none for a frame that was rejected
     * @param secondsSinceLast between the captures of the last frame and this one, 0 or more
     * @throws IllegalArgumentException if the time is negative or not a number
     */
    public TrackerStep step(TrackerState state, List<Detection> detections, double secondsSinceLast) {
        return stepSeen(state, detections.stream().map(SeenVehicle::of).toList(), secondsSinceLast);
    }

    /**
     * Takes the next frame of a camera. Where both a track and a vehicle have been embedded, their likeness counts beside
     * the overlap.
     *
     * @param vehicles detections in pixels of the frame, each with its embedding or an empty one
     * @param secondsSinceLast between the captures of the last frame and this one, 0 or more
     * @throws IllegalArgumentException if the time is negative or not a number, or embeddings differ in length
     */
    public TrackerStep stepSeen(TrackerState state, List<SeenVehicle> vehicles, double secondsSinceLast) {
        if (!(secondsSinceLast >= 0 && secondsSinceLast < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "tracker: secondsSinceLast must be >= 0 and finite, but was %s. Maybe frames are out of order."
                            .formatted(secondsSinceLast));
        }
        List<TrackState> expected = state.tracks().stream()
                .map(track -> track.after(secondsSinceLast, settings.noise()))
                .filter(track -> track.unseenSeconds() <= settings.maxUnseenSeconds())
                .toList();
        Association association = new Association(expected, settings.rules());
        ScoreLevels scores = settings.scores();
        List<SeenVehicle> clear = scored(vehicles, scores.birth(), Float.POSITIVE_INFINITY);
        List<SeenVehicle> faint = scored(vehicles, scores.least(), scores.birth());
        List<SeenVehicle> left = association.match(clear, TrackState::confirmed);
        association.match(faint, TrackState::confirmed);
        left = association.match(left, track -> !track.confirmed());
        return outcome(state.nextTrackId(), association, left);
    }

    private static List<SeenVehicle> scored(List<SeenVehicle> vehicles, float from, float below) {
        return vehicles.stream()
                .filter(vehicle -> vehicle.detection().score() >= from
                        && vehicle.detection().score() < below)
                .toList();
    }

    private TrackerStep outcome(long firstNewId, Association association, List<SeenVehicle> unmatched) {
        long nextId = firstNewId;
        List<TrackState> kept = new ArrayList<>();
        List<TrackedBox> tracked = new ArrayList<>();
        for (Association.Pair pair : association.pairs()) {
            TrackState track = pair.track();
            if (pair.seen() == null) {
                if (track.confirmed() && track.misses() < settings.maxMisses()) {
                    kept.add(track.missed());
                }
                continue;
            }
            TrackState seen = track.seen(pair.seen(), settings.noise());
            nextId = keep(seen, pair.seen(), nextId, kept, tracked);
        }
        for (SeenVehicle vehicle : bestFirst(unmatched)) {
            if (kept.size() < settings.maxTracks() && !isOneOf(vehicle, tracked)) {
                TrackState born = TrackState.born(vehicle, settings.noise());
                nextId = keep(born, vehicle, nextId, kept, tracked);
            }
        }
        tracked.sort(Comparator.comparingLong(TrackedBox::trackId));
        return new TrackerStep(new TrackerState(nextId, kept), tracked);
    }

    private boolean isOneOf(SeenVehicle vehicle, List<TrackedBox> tracked) {
        return tracked.stream().anyMatch(box -> settings.rules().areOne(vehicle, box.seen()));
    }

    /** Confirms a track that has hits enough or a sure one, and reports it if it is confirmed. */
    private long keep(
            TrackState state, SeenVehicle seen, long nextId, List<TrackState> kept, List<TrackedBox> tracked) {
        boolean proven = state.hits() >= settings.hitsToConfirm()
                || seen.detection().score() >= settings.scores().sure();
        boolean confirms = !state.confirmed() && proven;
        TrackState track = confirms ? state.withId(nextId) : state;
        kept.add(track);
        if (track.confirmed()) {
            tracked.add(new TrackedBox(track.id(), track.motion().box(), track.label(), seen));
        }
        return confirms ? nextId + 1 : nextId;
    }

    private static List<SeenVehicle> bestFirst(List<SeenVehicle> vehicles) {
        return vehicles.stream()
                .sorted(Comparator.comparingDouble(
                                (SeenVehicle vehicle) -> vehicle.detection().score())
                        .reversed())
                .toList();
    }
}
