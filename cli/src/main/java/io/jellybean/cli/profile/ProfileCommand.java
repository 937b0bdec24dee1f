package io.jellybean.cli.profile;

import static java.util.Objects.requireNonNull;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.stage.CpuQuota;
import io.jellybean.operators.inference.Networks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean profile}. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what each variant of each operator of a workflow takes of a slot of this machine: alone and with all "
                    + "slots busy, for several batch sizes, until the median is known to within --precision. Runs the very "
                    + "operators of the job on frames of a street that no training saw. Writes a profile for the planner; one "
                    + "that is already there is brought up to date, so that each worker of a fleet can add what it measured.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean profile --worker-type edge-box --out target/profile.json",
            "  jellybean profile --workflow examples/vehicle-tracking/workflow.yaml "
                    + "--infrastructure examples/vehicle-tracking/infrastructure.yaml --worker-type hub-server "
                    + "--out target/profile.json --plot target/plots",
            "  jellybean profile --worker-type edge-box --models my-models --workflow my-workflow.yaml --check",
            "",
            "Exit status: 0 measured, 1 failed or bad input."
        })
public final class ProfileCommand implements Callable<Integer> {

    private static final int LEAST_REPETITIONS = 30;

    @Mixin
    private MeasuredWorkflow measuredWorkflow = new MeasuredWorkflow();

    @Option(
            names = "--worker-type",
            paramLabel = "TYPE",
            required = true,
            description = "What this machine is called in infrastructures.")
    private @Nullable String workerType;

    @Option(
            names = "--infrastructure",
            paramLabel = "FILE",
            description = "Says how many slots a worker of this type has, and its provider.")
    private @Nullable Path infrastructure;

    @Option(names = "--slots", paramLabel = "N", description = "Slots of this worker. Default: its cores.")
    private int slots;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "What does the arithmetic of models: cpu, or cuda with the GPU build of ONNX Runtime. Default: cpu.")
    private @Nullable String provider;

    @Option(
            names = "--batches",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4,8",
            description = "Requests, or of an embedding crops, at once (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches = List.of();

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            defaultValue = "0.03",
            description =
                    "Half of the median's 95 %% confidence interval, as a share of it (default: ${DEFAULT-VALUE}).")
    private double precision;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "Of one measurement, precise or not; longer where a slot has less than a core "
                    + "(default: ${DEFAULT-VALUE}).")
    private double limitSeconds;

    @Option(
            names = "--street",
            paramLabel = "SEED",
            defaultValue = "5001",
            description = "The simulated street to look at (default: ${DEFAULT-VALUE}).")
    private long street;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "100",
            description = "Frames of it, again and again (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--audio",
            paramLabel = "DIR",
            description = "WAV files with spoken questions. Default: spoken by espeak-ng, where a workflow listens.")
    private @Nullable Path audio;

    @Option(names = "--out", paramLabel = "FILE", description = "The profile to write or to bring up to date.")
    private @Nullable Path out;

    @Option(
            names = "--plot",
            paramLabel = "DIR",
            description = "Plots accuracy against service time, one plot per operator (SVG and PNG).")
    private @Nullable Path plot;

    @Option(
            names = "--check",
            description =
                    "Also runs all operators together in one slot, and compares that with the sum of what they take alone.")
    private boolean check;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofStandardError();
        Chain chain = measuredWorkflow.chain();
        WorkerGroupView worker = worker();
        MeasuringSettings settings = new MeasuringSettings(
                batches,
                Stream.of(1, worker.slots()).distinct().toList(),
                precision,
                LEAST_REPETITIONS,
                Duration.ofNanos(Math.round(limitSeconds * 1e9)));
        CommandFailedException.requireRange("--frames", frames, 1, 10_000);
        Networks networks = measuredWorkflow.networks(worker.provider());
        List<String> words = chain.questionWords(networks);
        StreetSample sample = sample(terminal);
        boolean asks = chain.operator(OperatorKind.ANSWER).isPresent()
                || chain.operator(OperatorKind.RECOGNISE).isPresent();
        SampleQuestions questions = asks ? sample.questions(audio) : SampleQuestions.none();
        WorkflowProfiler profiler = new WorkflowProfiler(
                chain,
                new WorkflowProfiler.MeasuredWorker(
                        List.of(requireNonNull(workerType)), worker.provider(), networks, words),
                sample.frames(),
                questions,
                settings);
        Profile measured = measure(terminal, profiler);
        double coresPerSlot = CpuQuota.coresPerSlot(worker.slots());
        if (coresPerSlot < 1 && worker.provider() == ExecutionProvider.CPU) {
            System.out.printf(
                    Locale.ROOT,
                    "With all slots busy, each has %.3f of a core: what is measured is CPU time over that.%n",
                    coresPerSlot);
        }
        System.out.println(ProfileTable.of(measured.workers().get(0)));
        System.out.println(ProfileTable.channels(measured));
        if (check) {
            System.out.println(checked(
                    measured,
                    new CoLocation(chain, networks, sample.frames(), questions, words),
                    new BusySlots(settings, worker.provider() != ExecutionProvider.CPU),
                    worker.slots()));
        }
        save(terminal, measured);
        Path folder = plot;
        if (folder != null) {
            new VariantPlots(chain, networks, measured).save(folder);
        }
        return ExitCode.OK;
    }

    /** Slots and provider of this machine. */
    private record WorkerGroupView(int slots, ExecutionProvider provider) {}

    private WorkerGroupView worker() {
        WorkerGroup group = null;
        if (infrastructure != null) {
            group = InfrastructureFile.read(infrastructure).groups().stream()
                    .filter(each -> each.type().equals(workerType))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailedException(
                            "%s has no worker of type \"%s\". Maybe name another with --worker-type."
                                    .formatted(infrastructure, workerType)));
        }
        int cores = group == null ? Runtime.getRuntime().availableProcessors() : group.slots();
        ExecutionProvider usual = group == null ? ExecutionProvider.CPU : group.provider();
        return new WorkerGroupView(slots > 0 ? slots : cores, provider == null ? usual : provider(provider));
    }

    private static ExecutionProvider provider(String name) {
        return Stream.of(ExecutionProvider.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailedException("--provider must be cpu or cuda, but was \"%s\"".formatted(name)));
    }

    private StreetSample sample(Terminal terminal) {
        try (Step step = terminal.step("Drawing street %d".formatted(street), frames)) {
            StreetSample sample = new StreetSample(street, frames, step::advance);
            step.done("%d frames of one camera".formatted(frames));
            return sample;
        }
    }

    private static Profile measure(Terminal terminal, WorkflowProfiler profiler) {
        int measurements = profiler.measurements();
        try (Step step = terminal.step("Measuring %d times".formatted(measurements), measurements)) {
            Profile measured = profiler.measure(step::advance);
            step.done("done");
            return measured;
        }
    }

    private static String checked(Profile profile, CoLocation together, BusySlots slots, int count) {
        CoLocation.Check check =
                together.check(profile, slots.measure(together, count).times().mean());
        return String.format(
                Locale.ROOT,
                "All operators together (%s): predicted %s ms, measured %s ms, predicted / measured = %.3f%n",
                String.join(", ", together.variants()),
                ProfileTable.millis(check.predicted()),
                ProfileTable.millis(check.measured()),
                check.ratio());
    }

    private void save(Terminal terminal, Profile measured) {
        Path file = out;
        if (file == null) {
            return;
        }
        try (Step step = terminal.step("Writing " + file)) {
            boolean known = Files.exists(file);
            ProfileFile.write(file, known ? ProfileFile.read(file).updatedBy(measured) : measured);
            step.done(known ? "brought up to date" : "new");
        }
    }
}
