package io.jellybean.benchmarks.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is served.
 *
 * @param detector the variant that detects
 * @param embedder the variant that describes vehicles, which are then tracked and recognised; null: frames are only looked at
 */
record Variants(String detector, @Nullable String embedder) {

    private static final String ONLY_DETECT = "-";

    /** From the two arguments that {@link #arguments} made. */
    static Variants of(String detector, String embedder) {
        return new Variants(detector, embedder.equals(ONLY_DETECT) ? null : embedder);
    }

    String[] arguments() {
        return new String[] {detector, embedder == null ? ONLY_DETECT : embedder};
    }

    /** The topic that gets one result for each frame. */
    String resultTopic() {
        return embedder == null ? "detections" : "tracks";
    }

    Map<String, String> byOperator() {
        Map<String, String> variants = new LinkedHashMap<>(Map.of("detect", detector));
        if (embedder != null) {
            variants.putAll(Map.of("embed", embedder, "track", "default", "associate", "default"));
        }
        return variants;
    }

    @Override
    public String toString() {
        return embedder == null ? detector : "tracking with %s, %s".formatted(detector, embedder);
    }
}
