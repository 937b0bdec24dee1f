package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean submit}. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts the job of a plan on a Flink cluster: creates and checks its topics, makes sure that every worker group "
                    + "has the slots, uploads the job jar, and compares where each subtask stands with the plan. A job that "
                    + "does not stand as planned is cancelled.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean submit --plan plan.json                    # to the cluster of `jellybean cluster up`",
            "  jellybean submit --plan plan.json --flink http://hub-1:8081 --kafka broker-1:9092",
            "",
            "Exit status: 0 it runs as planned, 1 it does not; nothing of it runs then."
        })
public final class SubmitCommand implements Callable<Integer> {

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "A plan that can be deployed (JSON).")
    private @Nullable Path plan;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "Flink's REST interface. Default: the standing cluster's.")
    private @Nullable URI flink;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "The broker. Default: the standing cluster's.")
    private @Nullable String kafka;

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    @Override
    public Integer call() throws InterruptedException {
        DeployablePlan deployable = PlanFile.readDeployable(Objects.requireNonNull(plan));
        JobSpec job = compiled(deployable);
        FlinkRest rest = new FlinkRest(
                flink != null ? flink : URI.create(folder.cluster().flink()));
        String broker = kafka != null ? kafka : folder.cluster().kafka();
        Terminal terminal = Terminal.ofStandardError();
        try (Step step = terminal.step("Checking the cluster")) {
            List<String> refusals = new SubmissionCheck(rest.configuration(), rest.taskManagers(), rest.jobs())
                    .refusals(job.workflow().id(), job.vertices());
            if (!refusals.isEmpty()) {
                throw new DeploymentFailedException(String.join("\n", refusals));
            }
            new Topics(broker).ensure(new WorkflowTopics(deployable.workflow()).all(Topic.PARTITIONS));
            step.done("it can take the job");
        }
        Job running;
        try (Step step = terminal.step("Submitting the job")) {
            running = new JobDeployment(rest, JellyBeanHome.ofThisBuild().jobJar()).submit(deployable, broker);
            step.done("%d vertices run".formatted(running.vertices().size()));
        }
        Placements placements = new PlacementCheck(rest).of(running, job);
        if (!placements.asPlanned()) {
            rest.cancel(running.id());
            throw new DeploymentFailedException("the job did not stand as planned, and was cancelled:\n"
                    + String.join("\n", placements.differences()));
        }
        System.out.printf(
                "job %s (%s) runs as planned: %d vertices on %d TaskManagers%n",
                running.name(), running.id(), job.vertices().size(), placements.taskManagers());
        return ExitCode.OK;
    }

    private static JobSpec compiled(DeployablePlan deployable) {
        try {
            return JobSpecCompiler.compile(deployable);
        } catch (IllegalArgumentException unserved) {
            throw new CommandFailedException(String.valueOf(unserved.getMessage()));
        }
    }
}
