package io.jellybean.cli.deploy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import java.util.List;
import java.util.Optional;

/**
 * Brings the job of a workflow back that the cluster has forgotten: a JobManager without high availability does that when it is killed.
 * It goes on from the newest checkpoint that lies in the cluster's folder, which is what it has committed.
 */
public final class JobRecovery {

    private final FlinkRest flink;
    private final JellyBeanHome home;
    private final RedeploymentJournal journal;

    /**
     * @param journal of the workflow
     */
    JobRecovery(FlinkRest flink, JellyBeanHome home, RedeploymentJournal journal) {
        this.flink = flink;
        this.home = home;
        this.journal = journal;
    }

    /** Writes down what runs, so that it can be brought back. */
    public void remember(DeployedJob job) {
        String jobManager = flink.jobManagerProcess();
        ServedPlan served = journal.served()
                .filter(known -> known.jobId().equals(job.id()))
                .map(known -> known.knownTo(jobManager))
                .orElseGet(() ->
                        ServedPlan.of(job, flink.restoredCheckpoint(job.id()).orElse(null), jobManager));
        journal.write(served);
    }

    /**
     * Starts it again, if another JobManager has taken the place of the one that knew it, and the cluster has the slots for it. Asked
     * again it looks for the job that it started. A job that has ended is not brought back.
     *
     * @return the id of the job that was started; empty if there was nothing to do, or not yet
     * @throws DeploymentFailedException if it did not start
     */
    public Optional<String> recover() throws InterruptedException {
        Optional<ServedPlan> served = journal.served();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        Optional<Job> known = flink.jobIfKnown(served.get().jobId());
        boolean ended = known.map(job -> job.state().isTerminal())
                .orElseGet(() -> flink.jobManagerProcess().equals(served.get().jobManager()));
        if (ended) {
            journal.forgetServed();
        }
        return ended || known.isPresent() ? Optional.empty() : resumed(served.get());
    }

    private Optional<String> resumed(ServedPlan forgotten) throws InterruptedException {
        JobSpec job = JobSpecCompiler.compile(forgotten.deployable());
        List<String> refusals = SubmissionCheck.of(flink, Optional.empty())
                .refusals(job.workflow().id(), job.vertices());
        if (!refusals.isEmpty()) {
            return Optional.empty(); // workers may still be on their way back
        }
        ServedPlan next = forgotten.by(JobIds.next());
        journal.write(next);
        JobDeployment deployment = new JobDeployment(flink, home);
        try (JobDeployment.UploadedJob uploaded = deployment.upload()) {
            uploaded.resume(next, forgotten.jobIds());
        }
        journal.write(next.knownTo(flink.jobManagerProcess()));
        deployment.awaitRunning(next.jobId());
        return Optional.of(next.jobId());
    }
}
