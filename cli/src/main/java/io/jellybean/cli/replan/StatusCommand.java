package io.jellybean.cli.replan;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.deploy.ClusterOptions;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.Observation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows a running job beside its plan: load, utilisation and waiting of each operator and worker group, traffic "
                    + "between tiers and what it costs, the latency of the results.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean status",
            "  jellybean status --flink http://hub-1:8081 --over 60s",
            "  jellybean status --over 30s --truth target/truth.jsonl    # beside: feed --street 7 --truth target/truth.jsonl",
            "",
            "Exit status: 0 the job runs, 1 it does not, or there is none."
        })
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--id",
            paramLabel = "WORKFLOW",
            defaultValue = "",
            description = "Which workflow's job, if several run.")
    private String workflow = "";

    @Option(
            names = "--over",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description = "For how long to measure (default: ${DEFAULT-VALUE}).")
    private Duration over = Duration.ZERO;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "What `feed --truth FILE` is writing: results are scored against it.")
    private @Nullable Path truth;

    @Override
    public Integer call() throws InterruptedException {
        FlinkRest flink = cluster.flink();
        DeployedJob deployed = new DeployedJobs(flink).the(workflow);
        Job job = flink.job(deployed.id());
        if (!job.runsCompletely()) {
            throw new DeploymentFailedException("job %s (%s) of %s does not run: it is %s%s"
                    .formatted(
                            job.name(),
                            job.id(),
                            deployed.workflow(),
                            job.state(),
                            flink.failure(job.id())
                                    .map(failure -> ", because of " + failure.rootCause())
                                    .orElse("")));
        }
        System.out.printf(
                "%s: job %s, plan %s, running since %s%n",
                deployed.workflow(),
                deployed.id(),
                deployed.plan().plan().inputsSha256().substring(0, 12),
                Instant.ofEpochMilli(job.startedAtMillis()).truncatedTo(ChronoUnit.SECONDS));
        System.out.println(measured(flink, deployed).text());
        return ExitCode.OK;
    }

    private PlanBesideReality measured(FlinkRest flink, DeployedJob deployed) throws InterruptedException {
        try (Step step = Terminal.ofStandardError().step("Measuring", over.toSeconds());
                ClusterJobMetrics metrics =
                        new ClusterJobMetrics(flink, deployed, deployed.plan().infrastructure(), Clock.systemUTC());
                ResultLatency results = new ResultLatency(deployed);
                LiveAccuracy accuracy = truth == null ? null : new LiveAccuracy(deployed, truth)) {
            MetricSnapshot first = CompleteSnapshot.of(metrics);
            long end = System.nanoTime() + over.toNanos();
            while (System.nanoTime() < end) {
                results.collect(Duration.ofSeconds(1));
                if (accuracy != null) {
                    accuracy.collect();
                }
                step.advance();
            }
            MetricSnapshot second = CompleteSnapshot.of(metrics);
            step.done("done");
            return new PlanBesideReality(
                    deployed.plan(),
                    Observation.between(first, second),
                    QueueTimes.of(flink, deployed),
                    results.lines(),
                    accuracy == null ? List.of() : accuracy.lines());
        }
    }
}
