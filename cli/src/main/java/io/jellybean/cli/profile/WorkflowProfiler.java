package io.jellybean.cli.profile;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.Machine;
import io.jellybean.domain.profile.Measurement;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.profile.WorkerMeasurements;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.stage.ProcessMemory;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.ServedOperators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Measures a workflow on this machine: what each variant of each operator takes of a slot, and what travels between
 * operators. It runs the very operators of the job.
 */
public final class WorkflowProfiler {

    private final Chain chain;
    private final MeasuredWorker worker;
    private final SampleFrames sample;
    private final SampleQuestions questions;
    private final MeasuringSettings settings;
    private final Probes probes;

    /**
     * What this machine stands for.
     *
     * @param types of workers
     * @param words that questions are made of
     */
    record MeasuredWorker(List<String> types, ExecutionProvider provider, Networks networks, List<String> words) {}

    /**
     * One request at a time, with the models of the job jar.
     *
     * @param workerTypes the types that this machine stands for
     * @param sample frames of one camera, in order
     * @param questions needed only where the workflow answers some
     * @param perVariant how long each variant is measured, after a warm-up of a third of that
     */
    public static WorkflowProfiler withPackagedModels(
            Workflow workflow,
            List<String> workerTypes,
            SampleFrames sample,
            SampleQuestions questions,
            Duration perVariant) {
        Chain chain = new Chain(workflow);
        Networks networks = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);
        return new WorkflowProfiler(
                chain,
                new MeasuredWorker(workerTypes, ExecutionProvider.CPU, networks, chain.questionWords(networks)),
                sample,
                questions,
                MeasuringSettings.alone(perVariant));
    }

    WorkflowProfiler(
            Chain chain,
            MeasuredWorker worker,
            SampleFrames sample,
            SampleQuestions questions,
            MeasuringSettings settings) {
        this.chain = chain;
        this.worker = worker;
        this.sample = sample;
        this.questions = questions;
        this.settings = settings;
        this.probes = new Probes(chain, worker.networks(), sample, questions, worker.words());
    }

    /** How many measurements {@link #measure} makes. */
    int measurements() {
        return chain.workflow().operators().stream()
                .mapToInt(operator -> operator.variants().size()
                        * batches(operator).size()
                        * settings.busySlots().size())
                .sum();
    }

    /**
     * Measures everything, one after the other.
     *
     * @param measured told after each measurement
     */
    public Profile measure(Runnable measured) {
        Machine machine = ThisMachine.describe(); // first: it loads the model runtime, which is no model's memory
        List<Measurement> rows = new ArrayList<>();
        List<ServiceTime> serviceTimes = new ArrayList<>();
        for (Operator operator : chain.workflow().operators()) {
            for (String variant : operator.variants()) {
                List<Measurement> ofVariant = measure(operator, variant, measured);
                rows.addAll(ofVariant);
                worker.types()
                        .forEach(type -> serviceTimes.add(
                                new ServiceTime(operator.id(), variant, type, served(operator, ofVariant))));
            }
        }
        List<WorkerMeasurements> workers = worker.types().stream()
                .map(type -> new WorkerMeasurements(type, worker.provider(), machine, rows))
                .toList();
        return new Profile(serviceTimes, messageSizes(), selectivities(), accuracy(), workers);
    }

    private List<Measurement> measure(Operator operator, String variant, Runnable measured) {
        List<Measurement> rows = new ArrayList<>();
        long memoryBytes = operator.needsModel() ? memoryBytes(probes.of(operator, variant, 1)) : 0;
        BusySlots busy = new BusySlots(settings, worker.provider() != ExecutionProvider.CPU);
        for (int batch : batches(operator)) {
            Probe probe = probes.of(operator, variant, batch);
            for (int slots : settings.busySlots()) {
                BusySlots.Result result = busy.measure(probe, slots);
                rows.add(new Measurement(
                        operator.id(),
                        variant,
                        batch,
                        slots,
                        result.times().mean(),
                        result.times().quantiles(),
                        Math.min(1, result.times().precision()),
                        result.callsPerSecond() * probe.requestsPerCall(),
                        result.times().count(),
                        memoryBytes));
                measured.run();
            }
        }
        return rows;
    }

    /** As jobs run it, in the busiest case that was measured: what planning has to count with. */
    private Duration served(Operator operator, List<Measurement> rows) {
        int slots =
                settings.busySlots().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return rows.stream()
                .filter(row -> row.busySlots() == slots && row.batch() == servedBatch(operator.kind()))
                .map(Measurement::mean)
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> batches(Operator operator) {
        return switch (operator.kind()) {
            case TRACK, ASSOCIATE, RECOGNISE -> List.of(1);
            case DETECT, EMBED, EXTRACT, ANSWER -> {
                TreeSet<Integer> batches = new TreeSet<>(settings.batches());
                batches.add(servedBatch(operator.kind()));
                yield List.copyOf(batches);
            }
        };
    }

    private static int servedBatch(OperatorKind kind) {
        return kind == OperatorKind.EMBED ? ServedOperators.MOST_CROPS : 1;
    }

    /** What the process grows by; a little less than what the model takes where memory that was freed is used again. */
    private static long memoryBytes(Probe probe) {
        System.gc();
        long before = ProcessMemory.residentBytes();
        try (Probe.Run run = probe.open()) {
            run.call();
            return Math.max(0, ProcessMemory.residentBytes() - before);
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception unusable) {
            throw new IllegalArgumentException("a sample cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private List<MessageSize> messageSizes() {
        MessageBytes bytes = new MessageBytes(chain, sample, questions, probes.before());
        return chain.workflow().channels().stream()
                .flatMap(channel -> bytes.on(channel).stream())
                .toList();
    }

    /** Every operator sends on one record for each that it gets: that is what restores the order of frames. */
    private List<Selectivity> selectivities() {
        return chain.workflow().channels().stream()
                .map(channel -> new Selectivity(channel, 1))
                .toList();
    }

    /** Where one operator decides the accuracy of the workflow: what the manifests say; else it has to be evaluated. */
    private AccuracyTable accuracy() {
        List<Operator> chosen = chain.workflow().operators().stream()
                .filter(Operator::needsModel)
                .toList();
        if (chosen.size() != 1) {
            return new AccuracyTable(chosen.stream().map(Operator::id).toList(), List.of());
        }
        List<ModelManifest> manifests = chosen.get(0).variants().stream()
                .map(worker.networks()::manifest)
                .toList();
        return new AccuracyTable(
                List.of(chosen.get(0).id()),
                manifests.stream()
                        .map(manifest -> new AccuracyRow(
                                List.of(manifest.id()),
                                manifest.accuracy().value(),
                                manifest.accuracy().confidence95()))
                        .toList(),
                manifests.get(0).accuracy().metric(),
                manifests.get(0).accuracy().set());
    }
}
