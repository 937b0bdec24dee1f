package io.jellybean.cli.evaluate;

import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.vision.Box;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which vehicle each track is of, as far as an associator has decided. Not thread-safe. */
public final class VehicleIdentities {

    private static final long MOST_CAMERAS = 1_000;

    private final List<String> cameras;
    private final Map<Track, Long> vehicleByTrack = new HashMap<>();

    private record Track(String camera, long trackId) {}

    /**
     * @param cameras of the street, fewer than a thousand
     */
    public VehicleIdentities(List<String> cameras) {
        this.cameras = List.copyOf(cameras);
    }

    /** Notes what was decided. */
    public void note(String camera, long trackId, long vehicleId) {
        vehicleByTrack.put(new Track(camera, trackId), vehicleId);
    }

    /** The vehicle of each track of a camera that is known. */
    public Map<Long, Long> ofCamera(String camera) {
        Map<Long, Long> vehicleIds = new HashMap<>();
        vehicleByTrack.forEach((track, vehicle) -> {
            if (track.camera().equals(camera)) {
                vehicleIds.put(track.trackId(), vehicle);
            }
        });
        return vehicleIds;
    }

    /** The boxes of a frame with the ids of their tracks. */
    public static List<IdentifiedBox> tracks(TrackedFrame frame) {
        return frame.vehicles().stream()
                .map(vehicle -> new IdentifiedBox(
                        vehicle.trackId(), new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height())))
                .toList();
    }

    /** The boxes of a frame with the ids of their vehicles. A track whose vehicle is not known keeps an id that no vehicle has. */
    public List<IdentifiedBox> vehicles(TrackedFrame frame) {
        long camera = 1L + cameras.indexOf(frame.camera());
        Set<Long> taken = new HashSet<>();
        return tracks(frame).stream()
                .map(track -> {
                    long unknown = -(track.id() * MOST_CAMERAS + camera);
                    long known = vehicleByTrack.getOrDefault(new Track(frame.camera(), track.id()), unknown);
                    return new IdentifiedBox(taken.add(known) ? known : unknown, track.box());
                })
                .toList();
    }
}
