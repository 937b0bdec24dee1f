package io.jellybean.jobs.stage;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A metric that counts by camera; in Prometheus, the camera is a label. */
final class CameraCounter {

    /** Names come from outside; what those beyond this number count stands under one name. */
    private static final int MOST_CAMERAS = 1_000;

    private static final String OTHERS = "others";

    private final MetricGroup metrics;
    private final String name;
    private final Map<String, Counter> counterByCamera = new HashMap<>();

    CameraCounter(MetricGroup metrics, String name) {
        this.metrics = metrics;
        this.name = name;
    }

    void count(String camera) {
        String known = counterByCamera.containsKey(camera) || counterByCamera.size() < MOST_CAMERAS ? camera : OTHERS;
        counterByCamera
                .computeIfAbsent(known, key -> metrics.addGroup("camera", key).counter(name))
                .inc();
    }
}
