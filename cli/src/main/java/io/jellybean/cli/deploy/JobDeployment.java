package io.jellybean.cli.deploy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.JobFailure;
import io.jellybean.cli.cluster.rest.RunRequest;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submits the job jar with a plan, over Flink's REST interface, as any user would. */
public final class JobDeployment {

    private static final String ENTRY_CLASS = "io.jellybean.jobs.JellyBeanJob";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final FlinkRest flink;
    private final JobCode code;

    /**
     * @param home where the job's code was built
     * @throws DeploymentFailedException if it was not built
     */
    public JobDeployment(FlinkRest flink, JellyBeanHome home) {
        this.flink = flink;
        this.code = new JobCode(home);
    }

    /**
     * Uploads the jar, starts the job with empty state and waits until each of its subtasks runs.
     *
     * @return the running job
     * @throws DeploymentFailedException if a task fails or does not run in time; the job is cancelled then
     */
    public Job submit(DeployablePlan plan, String kafkaBootstrapServers) throws InterruptedException {
        return submit(plan, kafkaBootstrapServers, null);
    }

    /**
     * The same with the state of a savepoint or a retained checkpoint.
     *
     * @param state where it lies; null: none
     */
    public Job submit(DeployablePlan plan, String kafkaBootstrapServers, @Nullable String state)
            throws InterruptedException {
        try (UploadedJob uploaded = upload()) {
            String jobId = uploaded.start(JobIds.next(), plan, kafkaBootstrapServers, state);
            try {
                return awaitRunning(jobId);
            } catch (DeploymentFailedException failed) {
                cancel(jobId);
                throw failed;
            }
        }
    }

    /** Puts the code on the cluster; jobs started from it do not need it there any more. */
    UploadedJob upload() {
        return new UploadedJob(code.upload(flink));
    }

    /** Waits until each subtask of a job runs. */
    Job awaitRunning(String jobId) throws InterruptedException {
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

    /** Cancels a job unless it has ended, and waits until it holds no slot. */
    void cancel(String jobId) throws InterruptedException {
        long giveUpAt = System.nanoTime() + START_TIMEOUT.toNanos();
        boolean asked = false;
        while (flink.jobIfKnown(jobId).map(job -> !job.state().isTerminal()).orElse(false)) {
            if (!asked) {
                flink.cancel(jobId);
                asked = true;
            }
            if (System.nanoTime() > giveUpAt) {
                throw new DeploymentFailedException("the job %s is not cancelled after %d s. Maybe look at %s"
                        .formatted(jobId, START_TIMEOUT.toSeconds(), flink.address()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** The job jar on the cluster, until it is closed. */
    final class UploadedJob implements AutoCloseable {

        private final String jarId;

        private UploadedJob(String jarId) {
            this.jarId = jarId;
        }

        /**
         * Starts a job and does not wait until it runs.
         *
         * @param state a savepoint or retained checkpoint; null: none
         * @return its id
         */
        String start(String jobId, DeployablePlan plan, String kafka, @Nullable String state) {
            RunRequest request =
                    RunRequest.fresh(ENTRY_CLASS, arguments(plan, kafka)).as(jobId);
            return run(plan, state == null ? request : request.fromSavepoint(state), jobId);
        }

        /**
         * Starts a job again that the cluster has forgotten, and does not wait until it runs.
         *
         * @param forgotten the ids that it had, the newest first; it goes on from what they left, else from what they began with
         */
        void resume(ServedPlan served, List<String> forgotten) {
            DeployablePlan plan = served.deployable();
            List<String> arguments = new ArrayList<>(arguments(plan, served.kafka()));
            arguments.addAll(List.of("--resume", String.join(",", forgotten)));
            RunRequest request = RunRequest.fresh(ENTRY_CLASS, arguments).as(served.jobId());
            String state = served.state();
            String unused = run(plan, state == null ? request : request.fromSavepoint(state), served.jobId());
        }

        /**
         * Starts a rehearsal and does not wait until it is over.
         *
         * @param slotGroup whose slots it takes
         * @return its id
         */
        String rehearse(String jobId, DeployablePlan plan, String kafka, String slotGroup, int slots) {
            List<String> arguments = new ArrayList<>(arguments(plan, kafka));
            arguments.addAll(List.of("--rehearse-on", slotGroup, "--slots", String.valueOf(slots)));
            return run(plan, RunRequest.fresh(ENTRY_CLASS, arguments).as(jobId), jobId);
        }

        private static List<String> arguments(DeployablePlan plan, String kafka) {
            return List.of("--plan", PlanFile.text(plan), "--kafka", kafka);
        }

        private String run(DeployablePlan plan, RunRequest request, String jobId) {
            try {
                return flink.run(jarId, request);
            } catch (FlinkRestException refused) {
                if (flink.jobIfKnown(jobId).isPresent()) { // asked for before, by whoever was killed then
                    return jobId;
                }
                throw new DeploymentFailedException(
                        "the job %s did not start: %s".formatted(plan.workflow().id(), refused.getMessage()));
            }
        }

        @Override
        public void close() {
            flink.deleteJar(jarId);
        }
    }
}
