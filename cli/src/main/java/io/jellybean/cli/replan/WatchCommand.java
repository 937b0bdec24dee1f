package io.jellybean.cli.replan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.ClusterOptions;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.cli.plan.UserFiles;
import io.jellybean.cli.terminal.OnInterrupt;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.planner.compile.IncompleteInputsException;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.JobMetrics;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.ReplanLoop;
import io.jellybean.planner.replan.ReplanSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Watches the job of a workflow and moves it to another plan when that is worth it: an objective is broken or about "
                    + "to be, workers are gone, or another plan is cheaper by more than the move costs. The files are read "
                    + "each time anew, so that a change of a price or of an objective counts at once. Every decision is a "
                    + "line here and a JSON record in the cluster's folder, deployments/<workflow>/decisions.jsonl.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean watch --workflow examples/vehicle-tracking/workflow.yaml \\",
            "      --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --profile examples/vehicle-tracking/profile.yaml",
            "",
            "Ctrl-C ends it; the job runs on. Exit status: 130 ended by Ctrl-C, 1 no such job runs, or bad input."
        })
public final class WatchCommand implements Callable<Integer> {

    @Mixin
    private UserFiles userFiles = new UserFiles();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "5s",
            description = "From one look to the next (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--sustained",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "15s",
            description = "For how long a rate must hold before it is believed (default: ${DEFAULT-VALUE}).")
    private Duration sustained = Duration.ZERO;

    @Option(
            names = "--stabilisation",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "5m",
            description =
                    "For how long rates must have been low before less is paid for them (default: ${DEFAULT-VALUE}).")
    private Duration stabilisation = Duration.ZERO;

    @Option(
            names = "--settling",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "1m",
            description = "After a move there is no other one for so long (default: ${DEFAULT-VALUE}).")
    private Duration settling = Duration.ZERO;

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "60m",
            description = "A move to a cheaper plan must pay off in this time (default: ${DEFAULT-VALUE}).")
    private Duration horizon = Duration.ZERO;

    @Option(
            names = "--moving-cost",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "5m",
            description = "What a move costs, as time of the price of the running plan (default: ${DEFAULT-VALUE}).")
    private Duration movingCost = Duration.ZERO;

    @Option(
            names = "--record-metrics",
            paramLabel = "FILE",
            description =
                    "Append all that is measured to a file, a JSON record for each look: what decisions were made of.")
    private @Nullable Path record;

    @Override
    public Integer call() throws InterruptedException {
        ReplanSettings settings = new ReplanSettings(interval, sustained, stabilisation, settling, horizon, movingCost);
        PlanningInputs inputs = userFiles.read();
        String workflow = inputs.together().id();
        FlinkRest flink = cluster.flink();
        Clock clock = Clock.systemUTC();
        try (RedeploymentJournal journal = cluster.journal(workflow)) {
            DecisionFile log = new DecisionFile(cluster.decisions(workflow), System.out);
            Redeployment redeployment = new Redeployment(flink, JellyBeanHome.ofThisBuild(), journal);
            redeployment
                    .finishUnfinished()
                    .ifPresent(outcome -> log.say(
                            clock.instant(),
                            "a redeployment that was broken off is finished: job %s runs".formatted(outcome.jobId())));
            Consumer<String> say = text -> log.say(clock.instant(), text);
            Supplier<PlanningInputs> files = new ReadAgain(userFiles, inputs, say);
            redeployment
                    .recovery()
                    .recover()
                    .ifPresent(jobId -> say.accept("the cluster had forgotten the job: it goes on as job " + jobId));
            try (WatchedJob job =
                    new WatchedJob(flink, new DeployedJobs(flink).the(workflow), redeployment, files, clock, say)) {
                JobMetrics metrics = record == null ? job : recorded(job, new JsonLines(record));
                watch(
                        new ReplanLoop(metrics, job, log, clock, userFiles.planner(), settings, files, job.plan()),
                        settings);
            }
        }
        return ExitCode.OK;
    }

    private static JobMetrics recorded(JobMetrics metrics, JsonLines file) {
        return () -> {
            MetricSnapshot snapshot = metrics.snapshot();
            file.append(SnapshotJson.text(snapshot));
            return snapshot;
        };
    }

    private static void watch(ReplanLoop loop, ReplanSettings settings) throws InterruptedException {
        try (OnInterrupt interrupt = OnInterrupt.listen()) {
            long next;
            do {
                next = System.nanoTime() + settings.interval().toNanos();
                loop.step();
            } while (!interrupt.signal().awaitFor(Duration.ofNanos(Math.max(0, next - System.nanoTime()))));
        }
    }

    /** Reads the files each time anew; while they are wrong, as they were before. */
    private static final class ReadAgain implements Supplier<PlanningInputs> {

        private final UserFiles files;
        private final Consumer<String> say;
        private PlanningInputs last;

        ReadAgain(UserFiles files, PlanningInputs first, Consumer<String> say) {
            this.files = files;
            this.last = first;
            this.say = say;
        }

        @Override
        public PlanningInputs get() {
            try {
                last = files.read();
            } catch (BadInputException | IncompleteInputsException | CommandFailedException wrong) {
                say.accept("the files are wrong, and stay as they were: " + wrong.getMessage());
            }
            return last;
        }
    }
}
