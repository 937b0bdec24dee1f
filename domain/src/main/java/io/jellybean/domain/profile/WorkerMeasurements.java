package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import io.jellybean.domain.model.ExecutionProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured on a worker of one type.
 *
 * @param provider what did the arithmetic of models
 * @param measurements at most one for each operator, variant, batch and number of busy slots
 */
public record WorkerMeasurements(
        String workerType, ExecutionProvider provider, Machine machine, List<Measurement> measurements) {
    public WorkerMeasurements {
        Require.name("measurements: workerType", workerType);
        measurements = List.copyOf(measurements);
        Require.distinct(
                "measurements of " + workerType,
                measurements.stream().map(Measurement::key).toList());
    }

    /** What was measured on the same machine, the newer where both have it; another machine makes the older ones void. */
    WorkerMeasurements updatedBy(WorkerMeasurements newer) {
        if (!machine.equals(newer.machine) || provider != newer.provider) {
            return newer;
        }
        Map<Measurement.Key, Measurement> byKey = new LinkedHashMap<>();
        measurements.forEach(row -> byKey.put(row.key(), row));
        newer.measurements.forEach(row -> byKey.put(row.key(), row));
        return new WorkerMeasurements(workerType, provider, machine, List.copyOf(byKey.values()));
    }
}
