package io.jellybean.operators.association;

import io.jellybean.operators.assignment.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** One round: which due track is which vehicle. It changes the lists that it is given. */
final class Decision {

    /** Makes also a pair at the greatest distance worth something, for a worth of 0 forbids it. */
    private static final double LEAST_WORTH = 1e-9;

    private final AssociatorSettings settings;
    private final List<KnownVehicle> vehicles;
    private final List<GlobalTrack> decided = new ArrayList<>();
    private long nextVehicleId;

    Decision(AssociatorSettings settings, long nextVehicleId, List<KnownVehicle> vehicles) {
        this.settings = settings;
        this.nextVehicleId = nextVehicleId;
        this.vehicles = vehicles;
    }

    /**
     * Matches camera after camera, the one with the oldest track first: tracks of one camera are matched together, those of
     * two may be the same vehicle, also when they are due in the same round.
     */
    void decide(List<TrackRecord> tracks, Predicate<TrackRecord> due) {
        List<TrackRecord> undecided = tracks.stream()
                .filter(track -> !track.decided() && due.test(track))
                .sorted(Comparator.comparingDouble(TrackRecord::firstSeconds))
                .toList();
        undecided.stream()
                .map(TrackRecord::cameraId)
                .distinct()
                .forEach(camera -> match(
                        undecided.stream()
                                .filter(track -> track.cameraId().equals(camera))
                                .toList(),
                        tracks));
    }

    List<GlobalTrack> decided() {
        return decided;
    }

    long nextVehicleId() {
        return nextVehicleId;
    }

    private void match(List<TrackRecord> due, List<TrackRecord> tracks) {
        int[] vehicleByTrack = Assignment.worthiest(worths(due));
        for (int row = 0; row < vehicleByTrack.length; row++) {
            TrackRecord track = due.get(row);
            long vehicleId = vehicleByTrack[row] == Assignment.NONE
                    ? addVehicle(track)
                    : joinVehicle(vehicleByTrack[row], track);
            tracks.set(tracks.indexOf(track), track.of(vehicleId));
            decided.add(new GlobalTrack(track.cameraId(), track.trackId(), vehicleId));
        }
    }

    private long addVehicle(TrackRecord track) {
        vehicles.add(KnownVehicle.of(nextVehicleId, track));
        return nextVehicleId++;
    }

    private long joinVehicle(int index, TrackRecord track) {
        KnownVehicle joined = vehicles.get(index).joined(track, settings.memorySeconds());
        vehicles.set(index, joined);
        return joined.vehicleId();
    }

    /** For track and vehicle: by how much they are nearer than the greatest distance; 0 forbids the pair. */
    private double[][] worths(List<TrackRecord> due) {
        double[][] worths = new double[due.size()][vehicles.size()];
        double[] squares = vehicles.stream()
                .mapToDouble(vehicle -> vehicle.appearance().square())
                .toArray();
        for (int row = 0; row < worths.length; row++) {
            TrackRecord track = due.get(row);
            double square = track.appearance().square();
            for (int column = 0; column < worths[row].length; column++) {
                KnownVehicle vehicle = vehicles.get(column);
                if (vehicle.couldMake(track, settings)) {
                    double distance = track.appearance().distance(vehicle.appearance(), square, squares[column]);
                    double nearer = settings.greatestDistance() - distance;
                    worths[row][column] = nearer >= 0 ? nearer + LEAST_WORTH : 0;
                }
            }
        }
        return worths;
    }
}
