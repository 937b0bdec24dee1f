package io.jellybean.operators.association;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives tracks of several cameras vehicle ids that hold for all of them. A track is decided once, as soon as it has been
 * seen often enough or has ended: due tracks and remembered vehicles are matched one to one where travel times allow it, so
 * that the sum of distances of their looks is least; a track that is left over is a new vehicle. What is remembered is
 * bounded by time and number. Immutable and thread-safe; equal inputs give equal results.
 */
public final class CrossCameraAssociator {

    private final AssociatorSettings settings;

    /** An associator for any number of streets. */
    public CrossCameraAssociator(AssociatorSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a frame of one camera. Frames of different cameras may come a little out of order.
     *
     * @param sightings the tracks in this frame; none for a frame in which nothing is followed: time goes on all the same
     * @param seconds when the frame was taken, in seconds since any moment that is the same for all cameras
     * @throws IllegalArgumentException if the time is not finite, or embeddings differ in length
     */
    public AssociatorStep step(AssociatorState state, List<TrackSighting> sightings, double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException("associator: seconds must be finite, but was %s".formatted(seconds));
        }
        double now = Math.max(state.nowSeconds(), seconds);
        List<TrackRecord> tracks = new ArrayList<>(state.tracks());
        List<KnownVehicle> vehicles = new ArrayList<>(state.vehicles());
        for (TrackSighting sighting : sightings) {
            add(sighting, seconds, tracks, vehicles);
        }
        boolean isRound = now >= state.nextRoundSeconds();
        Decision decision = new Decision(settings, state.nextVehicleId(), vehicles);
        if (isRound) {
            decision.decide(tracks, track -> isDue(track, now));
        }
        tracks.removeIf(track -> track.decided() && hasEnded(track, now));
        vehicles.removeIf(vehicle -> now - vehicle.lastSeconds() > settings.memorySeconds());
        keepLatest(tracks, Comparator.comparingDouble(TrackRecord::lastSeconds));
        keepLatest(vehicles, Comparator.comparingDouble(KnownVehicle::lastSeconds));
        AssociatorState next = new AssociatorState(
                decision.nextVehicleId(),
                now,
                isRound ? now + settings.roundSeconds() : state.nextRoundSeconds(),
                tracks,
                vehicles);
        return new AssociatorStep(next, decision.decided(), known(sightings, tracks));
    }

    private static void add(
            TrackSighting sighting, double seconds, List<TrackRecord> tracks, List<KnownVehicle> vehicles) {
        for (int i = 0; i < tracks.size(); i++) {
            TrackRecord track = tracks.get(i);
            if (isOf(sighting, track)) {
                TrackRecord seen = track.seen(sighting, seconds);
                tracks.set(i, seen);
                MeanEmbedding embedding = new MeanEmbedding(sighting.embedding());
                vehicles.replaceAll(
                        vehicle -> vehicle.vehicleId() == seen.vehicleId() ? vehicle.seen(seen, embedding) : vehicle);
                return;
            }
        }
        tracks.add(TrackRecord.first(sighting, seconds));
    }

    private boolean isDue(TrackRecord track, double now) {
        return track.sightings() >= settings.sightingsToDecide() || hasEnded(track, now);
    }

    private boolean hasEnded(TrackRecord track, double now) {
        return now - track.lastSeconds() > settings.endSeconds();
    }

    /** In their order, without those that were seen longest ago, if they are too many. */
    private <T> void keepLatest(List<T> remembered, Comparator<T> bySeconds) {
        int tooMany = remembered.size() - settings.mostVehicles();
        if (tooMany > 0) {
            remembered.removeAll(
                    remembered.stream().sorted(bySeconds).limit(tooMany).toList());
        }
    }

    private static List<GlobalTrack> known(List<TrackSighting> sightings, List<TrackRecord> tracks) {
        List<GlobalTrack> known = new ArrayList<>();
        for (TrackRecord track : tracks) {
            if (track.decided() && sightings.stream().anyMatch(sighting -> isOf(sighting, track))) {
                known.add(new GlobalTrack(track.cameraId(), track.trackId(), track.vehicleId()));
            }
        }
        return known;
    }

    private static boolean isOf(TrackSighting sighting, TrackRecord track) {
        return sighting.trackId() == track.trackId() && sighting.cameraId().equals(track.cameraId());
    }
}
