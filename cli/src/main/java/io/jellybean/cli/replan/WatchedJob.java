package io.jellybean.cli.replan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.SubmissionCheck;
import io.jellybean.cli.plan.PlanInputs;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.JobMetrics;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.PlanDeployer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The job of a workflow, whichever plan it serves by now. Not thread-safe. */
public final class WatchedJob implements JobMetrics, PlanDeployer, AutoCloseable {

    private final FlinkRest flink;
    private final Redeployment redeployment;
    private final Consumer<String> say;
    private final Supplier<PlanningInputs> files;
    private final Clock clock;
    private DeployedJob deployed;
    private ClusterJobMetrics metrics;

    /**
     * @param files what is wanted and known, with all workers that there may be
     * @param say takes what is no decision
     */
    public WatchedJob(
            FlinkRest flink,
            DeployedJob deployed,
            Redeployment redeployment,
            Supplier<PlanningInputs> files,
            Clock clock,
            Consumer<String> say) {
        this.flink = flink;
        this.redeployment = redeployment;
        this.say = say;
        this.files = files;
        this.clock = clock;
        this.deployed = deployed;
        this.metrics = metricsOf(deployed);
        redeployment.recovery().remember(deployed);
    }

    /** Its plan now. */
    Plan plan() {
        return deployed.plan().plan();
    }

    @Override
    public MetricSnapshot snapshot() throws InterruptedException {
        try {
            MetricSnapshot snapshot = metrics.snapshot();
            if (!snapshot.runs()) {
                recover();
            }
            return snapshot;
        } catch (FlinkRestException | CommandFailedException silent) { // it may come back: nothing is known until then
            return new MetricSnapshot(
                    clock.instant(), true, List.of(String.valueOf(silent.getMessage())), Map.of(), Map.of(), List.of());
        }
    }

    private void recover() throws InterruptedException {
        try {
            redeployment.recovery().recover().ifPresent(jobId -> {
                say.accept("the cluster had forgotten the job: it goes on as job " + jobId);
                follow(jobId);
            });
        } catch (DeploymentFailedException failed) {
            say.accept("the cluster has forgotten the job, and it did not start again: " + failed.getMessage());
        }
    }

    @Override
    public Redeployed redeploy(Plan plan, PlanningInputs inputs) throws InterruptedException {
        Plan before = plan();
        try {
            DeployablePlan next = deployable(plan);
            JobSpec job = JobSpecCompiler.compile(next);
            List<String> refusals = SubmissionCheck.of(flink, Optional.of(deployed))
                    .refusals(job.workflow().id(), job.vertices());
            if (!refusals.isEmpty()) {
                return new Redeployed(before, false, String.join("; ", refusals));
            }
            Redeployment.Outcome outcome = redeployment.replace(deployed, next);
            follow(outcome.jobId());
            String whyNot = outcome.whyRolledBack();
            return new Redeployed(plan(), whyNot == null, whyNot == null ? "job " + outcome.jobId() + " runs" : whyNot);
        } catch (DeploymentFailedException | FlinkRestException | IllegalArgumentException failed) {
            new DeployedJobs(flink).of(deployed.workflow()).ifPresent(job -> follow(job.id()));
            return new Redeployed(plan(), false, String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public void close() {
        metrics.close();
    }

    /** With all machines that there may be: those that are gone now may come back. */
    private DeployablePlan deployable(Plan plan) {
        return PlanInputs.of(files.get())
                .deployable(plan)
                .orElseThrow(() -> new DeploymentFailedException(
                        "the job jar lacks a model of the new plan. Maybe build it again: mvn package"));
    }

    private void follow(String jobId) {
        new DeployedJobs(flink)
                .all().stream()
                        .filter(job -> job.id().equals(jobId))
                        .findFirst()
                        .ifPresent(job -> {
                            metrics.close();
                            deployed = job;
                            metrics = metricsOf(job);
                        });
    }

    private ClusterJobMetrics metricsOf(DeployedJob job) {
        return new ClusterJobMetrics(flink, job, files.get().infrastructure(), clock);
    }
}
