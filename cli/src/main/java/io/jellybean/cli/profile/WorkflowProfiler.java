package io.jellybean.cli.profile;

import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.vision.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures a vehicle-tracking workflow on this machine: what each variant of each operator takes of a core, and what
 * travels between operators. All workers that run on this machine have its speed.
 */
public final class WorkflowProfiler {

    private final Workflow workflow;
    private final List<String> workerTypes;
    private final SampleFrames sample;
    private final Duration perVariant;

    /**
     * @param workerTypes the types that this machine stands for
     * @param sample frames of one camera, in order
     * @param perVariant how long each variant is measured, after a warm-up of a third of that
     */
    public WorkflowProfiler(Workflow workflow, List<String> workerTypes, SampleFrames sample, Duration perVariant) {
        this.workflow = workflow;
        this.workerTypes = List.copyOf(workerTypes);
        this.sample = sample;
        this.perVariant = perVariant;
    }

    /**
     * Measures everything, one variant after the other.
     *
     * @param measured told after each variant
     */
    public Profile measure(Runnable measured) {
        Map<Operator, Map<String, OperatorMeasurement>> byVariant = new LinkedHashMap<>();
        List<List<Detection>> detections = List.of();
        for (Operator operator : workflow.operators()) {
            Map<String, OperatorMeasurement> measurements = new LinkedHashMap<>();
            for (String variant : operator.variants()) {
                OperatorMeasurement measurement = switch (operator.kind()) {
                    case DETECT -> new DetectorMeasurement(sample, perVariant).of(variant);
                    case TRACK -> new TrackerMeasurement(sample, perVariant).of(detections);
                    case EMBED, ASSOCIATE, RECOGNISE, EXTRACT, ANSWER ->
                        throw new IllegalArgumentException("measuring %s is not done yet".formatted(operator.kind()));
                };
                measurements.put(variant, measurement);
                measured.run();
                if (operator.kind() == OperatorKind.DETECT) {
                    detections = measurement.detections();
                }
            }
            byVariant.put(operator, measurements);
        }
        return new Profile(serviceTimes(byVariant), messageSizes(byVariant), List.of(), accuracy());
    }

    private List<ServiceTime> serviceTimes(Map<Operator, Map<String, OperatorMeasurement>> byVariant) {
        List<ServiceTime> rows = new ArrayList<>();
        byVariant.forEach((operator, measurements) ->
                measurements.forEach((variant, measurement) -> workerTypes.forEach(
                        type -> rows.add(new ServiceTime(operator.id(), variant, type, measurement.serviceTime())))));
        return rows;
    }

    /** What an operator sends differs little between its variants: the last one stands for all. */
    private List<MessageSize> messageSizes(Map<Operator, Map<String, OperatorMeasurement>> byVariant) {
        Map<String, Long> sentBytesByNode = new LinkedHashMap<>();
        workflow.sources().forEach(source -> sentBytesByNode.put(source.id(), sample.meanFrameBytes()));
        byVariant.forEach((operator, measurements) -> measurements
                .values()
                .forEach(measurement -> sentBytesByNode.put(operator.id(), measurement.sentBytes())));
        List<MessageSize> sizes = new ArrayList<>();
        for (Channel channel : workflow.channels()) {
            sizes.add(new MessageSize(channel.from(), channel.to(), sentBytesByNode.getOrDefault(channel.from(), 0L)));
        }
        return sizes;
    }

    /** One detector decides the accuracy of the workflow: what its manifest says was measured. */
    private AccuracyTable accuracy() {
        List<Operator> chosen =
                workflow.operators().stream().filter(Operator::needsModel).toList();
        if (chosen.size() != 1) {
            throw new IllegalArgumentException(
                    "workflow %s: the accuracy of a workflow with %d operators that need a model has to be measured end to end"
                            .formatted(workflow.id(), chosen.size()));
        }
        List<AccuracyRow> rows = chosen.get(0).variants().stream()
                .map(PackagedModels::manifest)
                .map((ModelManifest manifest) -> new AccuracyRow(
                        List.of(manifest.id()), manifest.accuracy().value()))
                .toList();
        return new AccuracyTable(List.of(chosen.get(0).id()), rows);
    }
}
