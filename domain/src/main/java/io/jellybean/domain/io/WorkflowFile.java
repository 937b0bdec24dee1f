package io.jellybean.domain.io;

import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A workflow with its objective, {@code jellybean-workflow/1}, as a person writes it. */
public final class WorkflowFile {

    static final String FORMAT = "jellybean-workflow/1";

    /** Of a live source, where neither it nor the objective bounds the latency. */
    static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(1);

    private WorkflowFile() {}

    /**
     * Reads a workflow.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static WorkflowAndObjective read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** Reads a workflow from text; {@code name} stands in the errors. */
    public static WorkflowAndObjective parse(String name, String text) {
        return FieldReader.readFile(name, text, WorkflowFile::workflowAndObjective);
    }

    private static Optional<WorkflowAndObjective> workflowAndObjective(FieldReader fields) {
        Formats.require(fields, FORMAT);
        Optional<Objective> objective = fields.object("objective", WorkflowFile::objective);
        Duration maxAge = objective.map(Objective::maxLatency).orElse(DEFAULT_MAX_AGE);
        Supplier<Workflow> workflow = WorkflowFields.read(fields, maxAge);
        return fields.build(() -> new WorkflowAndObjective(workflow.get(), objective.orElseThrow()));
    }

    private static Optional<Objective> objective(FieldReader fields) {
        Optional<Map<String, Double>> rates = fields.object("requestsPerSecond", WorkflowFile::rates);
        double minAccuracy = fields.number("minAccuracy", Range.FRACTION);
        double maxUtilisation =
                fields.number("maxUtilisation", Range.POSITIVE_FRACTION, Objective.DEFAULT_MAX_UTILISATION);
        WorkerSharing sharing = fields.oneOf("sharing", WorkerSharing.class, Objective.DEFAULT_SHARING);
        Double maxLatencyMs = fields.optionalNumber("maxLatencyMs", Range.POSITIVE);
        Duration maxLatency = maxLatencyMs == null ? null : Units.durationOfMs(maxLatencyMs);
        return fields.build(() -> new Objective(rates.orElseThrow(), minAccuracy, maxUtilisation, sharing, maxLatency));
    }

    private static Optional<Map<String, Double>> rates(FieldReader fields) {
        Map<String, Double> rateBySource = new TreeMap<>();
        for (String source : fields.keys()) {
            rateBySource.put(source, fields.number(source, Range.POSITIVE));
        }
        return fields.build(() -> rateBySource);
    }
}
