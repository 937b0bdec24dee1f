package io.jellybean.planner.replan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Worker types that were too slow when a job fell behind. They are remembered, because one that is given less than its cores does not show
 * it once it has little to do: it would be taken back at once, and fall behind again. Not thread-safe.
 */
final class SlowWorkers {

    private final Duration memory;
    private final Map<String, Remembered> rememberedByType = new HashMap<>();

    private record Remembered(double slowness, Instant until) {}

    /** @param memory for how long */
    SlowWorkers(Duration memory) {
        this.memory = memory;
    }

    /** What was measured while a job fell behind; what differs little from the profile is not kept. */
    void remember(Map<String, Double> slownessByType, Instant at) {
        slownessByType.forEach((type, slowness) -> {
            if (slowness > 1 + ReplanSettings.AS_PROFILED) {
                rememberedByType.put(type, new Remembered(slowness, at.plus(memory)));
            }
        });
    }

    /** What is measured now, or what is remembered, where that is more. */
    Map<String, Double> atLeast(Map<String, Double> slownessByType, Instant now) {
        rememberedByType.values().removeIf(remembered -> !now.isBefore(remembered.until()));
        Map<String, Double> known = new TreeMap<>(slownessByType);
        rememberedByType.forEach((type, remembered) -> known.merge(
                type,
                remembered.slowness(),
                (left, right) -> Math.max(Objects.requireNonNull(left), Objects.requireNonNull(right))));
        return known;
    }
}
