package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was measured of a workflow on an infrastructure.
 *
 * @param serviceTimes what planning counts with; at most one per operator, variant and worker type
 * @param messageSizes at most one per channel and variant
 * @param selectivities at most one per channel
 * @param accuracy without rows if it was not measured yet
 * @param workers how the service times came about; at most one per worker type
 */
public record Profile(
        List<ServiceTime> serviceTimes,
        List<MessageSize> messageSizes,
        List<Selectivity> selectivities,
        AccuracyTable accuracy,
        List<WorkerMeasurements> workers) {
    public Profile {
        serviceTimes = List.copyOf(serviceTimes);
        messageSizes = List.copyOf(messageSizes);
        selectivities = List.copyOf(selectivities);
        workers = List.copyOf(workers);
        Require.distinct("profile: service times", keys(serviceTimes, Profile::key));
        Require.distinct("profile: message sizes", keys(messageSizes, Profile::key));
        Require.distinct("profile: selectivities", keys(selectivities, Profile::key));
        Require.distinct("profile: workers", keys(workers, WorkerMeasurements::workerType));
    }

    /** A profile that does not say how it was measured. */
    public Profile(
            List<ServiceTime> serviceTimes,
            List<MessageSize> messageSizes,
            List<Selectivity> selectivities,
            AccuracyTable accuracy) {
        this(serviceTimes, messageSizes, selectivities, accuracy, List.of());
    }

    /** The same with another accuracy table. */
    public Profile withAccuracy(AccuracyTable newAccuracy) {
        return new Profile(serviceTimes, messageSizes, selectivities, newAccuracy, workers);
    }

    /** Both together; where both say something, the newer one holds. A table of accuracy without rows says nothing. */
    public Profile updatedBy(Profile newer) {
        Map<String, WorkerMeasurements> byType = new LinkedHashMap<>();
        workers.forEach(worker -> byType.put(worker.workerType(), worker));
        newer.workers.forEach(worker -> byType.merge(worker.workerType(), worker, WorkerMeasurements::updatedBy));
        return new Profile(
                merged(serviceTimes, newer.serviceTimes, Profile::key),
                merged(sizesThatHoldBeside(newer), newer.messageSizes, Profile::key),
                merged(selectivities, newer.selectivities, Profile::key),
                newer.accuracy.rows().isEmpty() ? accuracy : newer.accuracy,
                List.copyOf(byType.values()));
    }

    /** A newer size of all variants tells what each of them sends now. */
    private List<MessageSize> sizesThatHoldBeside(Profile newer) {
        return messageSizes.stream()
                .filter(older -> newer.messageSizes.stream()
                        .noneMatch(size -> size.channel().equals(older.channel()) && size.variant() == null))
                .toList();
    }

    private static Object key(ServiceTime row) {
        return List.of(row.operator(), row.variant(), row.workerType());
    }

    private static Object key(MessageSize row) {
        return row.variant() == null ? row.channel() : row.channel() + " of " + row.variant();
    }

    private static Object key(Selectivity row) {
        return row.channel();
    }

    private static <T> List<Object> keys(List<T> rows, Function<T, Object> key) {
        return rows.stream().map(key).toList();
    }

    private static <T> List<T> merged(List<T> older, List<T> newer, Function<T, Object> key) {
        Map<Object, T> byKey = new LinkedHashMap<>();
        older.forEach(row -> byKey.put(key.apply(row), row));
        newer.forEach(row -> byKey.put(key.apply(row), row));
        return List.copyOf(byKey.values());
    }
}
