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
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                    + "does not stand as planned is cancelled. With --replace it takes the place of the job of the same "
                    + "workflow, and goes on with its state; if it does not come up, the old plan runs again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean submit --plan plan.json                    # to the cluster of `jellybean cluster up`",
            "  jellybean submit --plan plan.json --flink http://hub-1:8081 --kafka broker-1:9092",
            "  jellybean submit --plan another-plan.json --replace",
            "",
            "Exit status: 0 it runs as planned, 1 it does not: nothing of it runs then, and the job that it was to replace runs."
        })
public final class SubmitCommand implements Callable<Integer> {

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "A plan that can be deployed (JSON).")
    private @Nullable Path plan;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--kafka",
            paramLabel = "SERVERS",
            description = "The broker. Default: the replaced job's, or the standing cluster's.")
    private @Nullable String kafka;

    @Option(names = "--replace", description = "Take the place of the job of this workflow, with its state.")
    private boolean replace;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "Start with the state of a savepoint or a retained checkpoint, as the cluster knows it.")
    private @Nullable String from;

    @Override
    public Integer call() throws InterruptedException {
        if (replace && from != null) {
            throw new CommandFailedException(
                    "--replace goes on with the state of the running job, --from with another. Maybe leave out one of them.");
        }
        DeployablePlan deployable = PlanFile.readDeployable(Objects.requireNonNull(plan));
        JobSpec job = compiled(deployable);
        FlinkRest flink = cluster.flink();
        try (RedeploymentJournal journal = cluster.journal(job.workflow().id())) {
            Redeployment redeployment = new Redeployment(flink, JellyBeanHome.ofThisBuild(), journal);
            if (replace) {
                finishUnfinished(redeployment);
            }
            Optional<DeployedJob> old =
                    replace ? new DeployedJobs(flink).of(job.workflow().id()) : Optional.empty();
            check(flink, job, old);
            if (old.isPresent()) {
                return replaced(redeployment, old.get(), deployable);
            }
            return started(flink, deployable, job, redeployment.recovery());
        }
    }

    private static void finishUnfinished(Redeployment redeployment) throws InterruptedException {
        try (Step step = Terminal.ofStandardError().step("Finishing a redeployment that was broken off")) {
            step.done(redeployment
                    .finishUnfinished()
                    .map(outcome -> "job %s runs".formatted(outcome.jobId()))
                    .orElse("there is none"));
        }
    }

    private void check(FlinkRest flink, JobSpec job, Optional<DeployedJob> old) throws InterruptedException {
        try (Step step = Terminal.ofStandardError().step("Checking the cluster")) {
            List<String> refusals =
                    SubmissionCheck.of(flink, old).refusals(job.workflow().id(), job.vertices());
            if (!refusals.isEmpty()) {
                throw new DeploymentFailedException(String.join("\n", refusals));
            }
            String broker = old.map(DeployedJob::kafka).orElseGet(this::broker);
            new Topics(broker).ensure(new WorkflowTopics(job.workflow()).all(Topic.PARTITIONS));
            step.done("it can take the job");
        }
    }

    private String broker() {
        return kafka != null ? kafka : cluster.kafka();
    }

    private static int replaced(Redeployment redeployment, DeployedJob old, DeployablePlan next)
            throws InterruptedException {
        Redeployment.Outcome outcome;
        try (Step step = Terminal.ofStandardError().step("Replacing job " + old.id())) {
            outcome = redeployment.replace(old, next);
            step.done(outcome.whyRolledBack() == null ? "done" : "taken back");
        }
        if (outcome.whyRolledBack() != null) {
            throw new DeploymentFailedException(
                    "the new plan did not come up, and the old one runs again as job %s:%n%s"
                            .formatted(outcome.jobId(), outcome.whyRolledBack()));
        }
        System.out.printf("job %s (%s) runs as planned, in place of %s%n", old.workflow(), outcome.jobId(), old.id());
        return ExitCode.OK;
    }

    private int started(FlinkRest flink, DeployablePlan deployable, JobSpec job, JobRecovery recovery)
            throws InterruptedException {
        Job running;
        try (Step step = Terminal.ofStandardError().step("Submitting the job")) {
            running = new JobDeployment(flink, JellyBeanHome.ofThisBuild()).submit(deployable, broker(), from);
            step.done("%d vertices run".formatted(running.vertices().size()));
        }
        Placements placements = new PlacementCheck(flink).of(running, job);
        if (!placements.asPlanned()) {
            flink.cancel(running.id());
            throw new DeploymentFailedException("the job did not stand as planned, and was cancelled:\n"
                    + String.join("\n", placements.differences()));
        }
        new DeployedJobs(flink).of(job.workflow().id()).ifPresent(recovery::remember);
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
