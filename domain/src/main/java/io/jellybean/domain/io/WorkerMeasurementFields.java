package io.jellybean.domain.io;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.profile.Machine;
import io.jellybean.domain.profile.Measurement;
import io.jellybean.domain.profile.Quantiles;
import io.jellybean.domain.profile.WorkerMeasurements;
import java.util.List;
import java.util.Optional;

/** The fields of what was measured on one type of worker, in a profile. */
final class WorkerMeasurementFields {

    private static final int MANY = 1_000_000_000;

    private WorkerMeasurementFields() {}

    static JsonObject write(WorkerMeasurements worker) {
        return new JsonObject()
                .put("workerType", worker.workerType())
                .put("provider", worker.provider())
                .put(
                        "machine",
                        new JsonObject()
                                .put("cpu", worker.machine().cpu())
                                .put("cores", worker.machine().cores())
                                .put("os", worker.machine().os())
                                .put("java", worker.machine().java())
                                .put("onnxRuntime", worker.machine().onnxRuntime()))
                .putAll("measurements", worker.measurements(), WorkerMeasurementFields::write);
    }

    private static JsonObject write(Measurement row) {
        return new JsonObject()
                .put("operator", row.operator())
                .put("variant", row.variant())
                .put("batch", row.batch())
                .put("busySlots", row.busySlots())
                .put("meanMs", Units.msOf(row.mean()))
                .put("p50Ms", Units.msOf(row.time().p50()))
                .put("p75Ms", Units.msOf(row.time().p75()))
                .put("p90Ms", Units.msOf(row.time().p90()))
                .put("p99Ms", Units.msOf(row.time().p99()))
                .put("precision", row.precision())
                .put("itemsPerSecond", row.itemsPerSecond())
                .put("repetitions", row.repetitions())
                .put("memoryBytes", row.memoryBytes());
    }

    static Optional<WorkerMeasurements> read(FieldReader fields) {
        String workerType = fields.text("workerType");
        ExecutionProvider provider = fields.oneOf("provider", ExecutionProvider.class, ExecutionProvider.CPU);
        Optional<Machine> machine = fields.object("machine", WorkerMeasurementFields::machine);
        List<Measurement> measurements = fields.objects("measurements", WorkerMeasurementFields::measurement);
        return fields.build(() -> new WorkerMeasurements(workerType, provider, machine.orElseThrow(), measurements));
    }

    private static Optional<Machine> machine(FieldReader fields) {
        String cpu = fields.text("cpu");
        int cores = (int) fields.whole("cores", 1, MANY);
        String os = fields.text("os");
        String java = fields.text("java");
        String onnxRuntime = fields.text("onnxRuntime");
        return fields.build(() -> new Machine(cpu, cores, os, java, onnxRuntime));
    }

    private static Optional<Measurement> measurement(FieldReader fields) {
        String operator = fields.text("operator");
        String variant = fields.text("variant");
        int batch = (int) fields.whole("batch", 1, MANY);
        int busySlots = (int) fields.whole("busySlots", 1, MANY);
        double p50 = fields.number("p50Ms", Range.NOT_NEGATIVE);
        double mean = fields.number("meanMs", Range.NOT_NEGATIVE, p50); // an earlier release counted with the median
        double p75 = fields.number("p75Ms", Range.NOT_NEGATIVE);
        double p90 = fields.number("p90Ms", Range.NOT_NEGATIVE);
        double p99 = fields.number("p99Ms", Range.NOT_NEGATIVE);
        double precision = fields.number("precision", Range.NOT_NEGATIVE);
        double itemsPerSecond = fields.number("itemsPerSecond", Range.POSITIVE);
        int repetitions = (int) fields.whole("repetitions", 1, MANY);
        long memoryBytes = fields.whole("memoryBytes", 0, 1_000_000_000_000L);
        return fields.build(() -> new Measurement(
                operator,
                variant,
                batch,
                busySlots,
                Units.durationOfMs(mean),
                new Quantiles(
                        Units.durationOfMs(p50),
                        Units.durationOfMs(p75),
                        Units.durationOfMs(p90),
                        Units.durationOfMs(p99)),
                precision,
                itemsPerSecond,
                repetitions,
                memoryBytes));
    }
}
