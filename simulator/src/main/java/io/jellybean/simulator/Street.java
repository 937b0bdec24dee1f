package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A street with cameras along it. Vehicles drive past camera after camera, in both directions, and keep their ids. Everything is a
 * pure function of the settings and the time, so frames may be asked for in any order and by any thread.
 */
public final class Street {
    private final StreetSettings settings;
    private final List<StreetCamera> cameras;

    private Street(StreetSettings settings) {
        this.settings = settings;
        this.cameras = IntStream.range(0, settings.cameras())
                .mapToObj(camera -> new StreetCamera(settings, camera))
                .toList();
    }

    /** Builds the street of these settings; each camera's backdrop is painted here, which takes some 50 ms. */
    public static Street generate(StreetSettings settings) {
        return new Street(settings);
    }

    public StreetSettings settings() {
        return settings;
    }

    /** In the order in which an eastbound vehicle passes them. */
    public List<StreetCamera> cameras() {
        return cameras;
    }

    /** The camera of this index, from 0: {@code camera(0)} is {@code cam-1}. */
    public StreetCamera camera(int index) {
        require(index >= 0 && index < cameras.size(), "camera", "in 0.." + (cameras.size() - 1), index);
        return cameras.get(index);
    }
}
