package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What of a frame is beyond doubt. A vehicle is clear if enough of it is seen, large enough; of any other of which at least a pixel
 * shows it is doubtful whether an observer would count it, so an answer must not depend on it.
 */
final class ClearSight {
    private static final double LEAST_VISIBLE_FRACTION = 0.5;

    /** As shares of the frame's width and height. */
    private static final double LEAST_WIDTH = 0.04;

    private static final double LEAST_HEIGHT = 0.05;

    private final List<VehicleBox> clear = new ArrayList<>();
    private final List<VehicleBox> all = new ArrayList<>();
    private final double frameWidth;

    ClearSight(CameraFrame frame, StreetSettings settings) {
        this.frameWidth = settings.width();
        for (VehicleBox box : frame.truth()) {
            if (box.visibleFraction() >= LEAST_VISIBLE_FRACTION
                    && box.width() >= LEAST_WIDTH * settings.width()
                    && box.height() >= LEAST_HEIGHT * settings.height()) {
                clear.add(box);
            }
        }
        all.addAll(frame.truth());
        all.addAll(frame.glimpses());
    }

    List<VehicleBox> clear() {
        return clear;
    }

    /** How many an observer counts at least. */
    int least(VehicleDescription description) {
        return (int) clear.stream().filter(description::fits).count();
    }

    /** How many an observer counts at most. */
    int most(VehicleDescription description) {
        return (int) all.stream().filter(description::fits).count();
    }

    /** The number of them, unless it is doubtful. */
    OptionalInt count(VehicleDescription description) {
        int least = least(description);
        return least == most(description) ? OptionalInt.of(least) : OptionalInt.empty();
    }

    /** The descriptions that fit this clear vehicle and no other, not even a doubtful one. */
    List<VehicleDescription> namesOf(VehicleBox box) {
        return VehicleDescription.of(box).stream()
                .filter(description -> most(description) == 1)
                .toList();
    }

    /** Where the middle of a vehicle is: 0 at the left border of the frame, 1 at the right one. */
    double across(VehicleBox box) {
        return (box.left() + box.width() / 2.0) / frameWidth;
    }
}
