package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.JobFailure;
import io.jellybean.cli.cluster.rest.RunRequest;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Submits the job jar with a plan, over Flink's REST interface, as any user would. */
public final class JobDeployment {

    private static final String ENTRY_CLASS = "io.jellybean.jobs.JellyBeanJob";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(200);

    private final FlinkRest flink;
    private final Path jobJar;

    /**
     * @param jobJar {@code jobs/target/jellybean-job.jar}
     */
    public JobDeployment(FlinkRest flink, Path jobJar) {
        if (!Files.isRegularFile(jobJar)) {
            throw new DeploymentFailedException(
                    "the job jar %s is not there. Maybe run \"mvn package\" in JellyBean's folder first."
                            .formatted(jobJar));
        }
        this.flink = flink;
        this.jobJar = jobJar;
    }

    /**
     * Uploads the jar, starts the job and waits until each of its subtasks runs.
     *
     * @return the running job
     * @throws DeploymentFailedException if a task fails or does not run in time; the job is cancelled then
     */
    public Job submit(DeployablePlan plan, String kafkaBootstrapServers) throws InterruptedException {
        String jarId = flink.uploadJar(jobJar);
        List<String> arguments = List.of("--plan", PlanFile.text(plan), "--kafka", kafkaBootstrapServers);
        String jobId = flink.run(jarId, RunRequest.fresh(ENTRY_CLASS, arguments));
        try {
            return awaitRunning(jobId);
        } catch (DeploymentFailedException failed) {
            if (!flink.job(jobId).state().isTerminal()) {
                flink.cancel(jobId);
            }
            throw failed;
        }
    }

    private Job awaitRunning(String jobId) throws InterruptedException {
        long giveUpAt = System.nanoTime() + START_TIMEOUT.toNanos();
        while (true) {
            Job job = flink.job(jobId);
            if (job.runsCompletely()) {
                return job;
            }
            Optional<JobFailure> failure = flink.failure(jobId);
            if (failure.isPresent() || job.state().isTerminal()) {
                throw new DeploymentFailedException("the job %s did not start: %s"
                        .formatted(
                                job.name(),
                                failure.map(JobFailure::rootCause)
                                        .orElse(job.state().name())));
            }
            if (System.nanoTime() > giveUpAt) {
                throw new DeploymentFailedException("the job %s does not run after %d s; its vertices are %s"
                        .formatted(job.name(), START_TIMEOUT.toSeconds(), job.vertices()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
