package io.jellybean.cli.deploy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.terminal.OnInterrupt;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.spec.JobSpecCompiler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts one job in the place of another, state and all. The old job is stopped with a savepoint and the new one started from it; if
 * that does not come up as planned, the old plan runs again, from the newest state there is, because results may already have been
 * committed after the savepoint. Every step looks first whether it is done: after a crash the same is simply asked for again.
 */
public final class Redeployment {

    /** So many savepoints, and checkpoints that cancelled jobs left, of a workflow are kept; older ones are removed. */
    public static final int KEPT_SAVEPOINTS = 3;

    private static final String SAVEPOINT_DIRECTORY = "execution.checkpointing.savepoint-dir";
    private static final Duration SAVEPOINT_TIMEOUT = Duration.ofMinutes(2);

    private final FlinkRest flink;
    private final JobDeployment deployment;
    private final RedeploymentJournal journal;
    private final JobRecovery recovery;

    /**
     * @param journal of the workflow
     */
    public Redeployment(FlinkRest flink, JellyBeanHome home, RedeploymentJournal journal) {
        this.flink = flink;
        this.deployment = new JobDeployment(flink, home);
        this.journal = journal;
        this.recovery = new JobRecovery(flink, home, journal);
    }

    /**
     * What came of it.
     *
     * @param jobId of the job that runs
     * @param plan that it serves
     * @param whyRolledBack null if it is the new plan
     */
    public record Outcome(
            String jobId, DeployablePlan plan, @Nullable String whyRolledBack) {}

    /** Brings the job back, should the cluster forget it. */
    public JobRecovery recovery() {
        return recovery;
    }

    /**
     * Finishes what a command began that was killed.
     *
     * @return what came of it; empty if nothing was unfinished
     */
    public Optional<Outcome> finishUnfinished() throws InterruptedException {
        Optional<RedeploymentIntent> unfinished = journal.unfinished();
        if (unfinished.isEmpty()) {
            return Optional.empty();
        }
        try (JobDeployment.UploadedJob uploaded = deployment.upload()) {
            return Optional.of(carryOut(unfinished.get(), uploaded));
        }
    }

    /**
     * Replaces a job. While it runs, its successor is rehearsed.
     *
     * @throws DeploymentFailedException if the new plan failed when it was rehearsed or the old job could not be stopped, which so goes
     *     on; or if neither plan runs
     */
    public Outcome replace(DeployedJob old, DeployablePlan next) throws InterruptedException {
        List<String> refusals = new ReplacementRules(old.plan(), next).broken();
        if (!refusals.isEmpty()) {
            throw new DeploymentFailedException(String.join("\n", refusals));
        }
        try (JobDeployment.UploadedJob uploaded = deployment.upload()) {
            if (flink.job(old.id()).runsCompletely()) {
                new RehearsalRun(flink, deployment, uploaded).of(old.plan(), next, old.kafka());
            }
            return carryOut(journal.write(RedeploymentIntent.of(old, next)), uploaded);
        }
    }

    private Outcome carryOut(RedeploymentIntent intent, JobDeployment.UploadedJob uploaded)
            throws InterruptedException {
        OnInterrupt waitsUntilAJobRuns = OnInterrupt.listen();
        try {
            RedeploymentIntent stopped = stopped(intent);
            Outcome outcome = isKnown(stopped.rollbackJobId())
                    ? rolledBack(stopped, uploaded, "it was given up before")
                    : moved(stopped, uploaded);
            journal.finished();
            new DeployedJobs(flink).of(intent.next().workflow().id()).ifPresent(recovery::remember);
            String state = stopped.savepoint();
            if (state != null) {
                keep(state);
            }
            return outcome;
        } finally {
            waitsUntilAJobRuns.close();
        }
    }

    /** The old job has ended and its state is known. */
    private RedeploymentIntent stopped(RedeploymentIntent intent) throws InterruptedException {
        if (intent.stopped()) {
            return intent;
        }
        Optional<Job> old = flink.jobIfKnown(intent.oldJobId());
        if (old.isPresent() && old.get().runsCompletely()) {
            return journal.write(intent.stoppedWith(savepoint(intent)));
        }
        // It is down: there is nobody who could write a savepoint. What it committed last is in its newest checkpoint.
        deployment.cancel(intent.oldJobId());
        if (old.isEmpty()) {
            journal.finished();
            throw new DeploymentFailedException(
                    "the cluster does not know job %s any more, so nobody can say where its state is. Maybe look into the cluster's folders of checkpoints and savepoints, and: jellybean submit --plan plan.json --from PATH"
                            .formatted(intent.oldJobId()));
        }
        return journal.write(intent.stoppedWith(newestState(intent.oldJobId()).orElse(null)));
    }

    private String savepoint(RedeploymentIntent intent) throws InterruptedException {
        try {
            return flink.stopWithSavepoint(
                    intent.oldJobId(), intent.stopRequestId(), savepointDirectory(), SAVEPOINT_TIMEOUT);
        } catch (FlinkRestException failed) {
            // A job that ended in between has written it; else the old job goes on, and nothing has changed.
            Optional<Job> old = flink.jobIfKnown(intent.oldJobId());
            Optional<String> written = flink.newestCheckpoint(intent.oldJobId());
            if (old.isPresent() && old.get().state().isTerminal() && written.isPresent()) {
                return written.get();
            }
            journal.finished();
            throw new DeploymentFailedException(
                    "the running job could not be stopped with a savepoint, and goes on: " + failed.getMessage());
        }
    }

    private String savepointDirectory() {
        String directory = flink.configuration().get(SAVEPOINT_DIRECTORY);
        if (directory == null || directory.isEmpty()) {
            throw new DeploymentFailedException(
                    "the cluster has no place for savepoints. Maybe set %s in its configuration, to a directory that all its machines reach"
                            .formatted(SAVEPOINT_DIRECTORY));
        }
        return directory;
    }

    private Outcome moved(RedeploymentIntent intent, JobDeployment.UploadedJob uploaded) throws InterruptedException {
        try {
            if (!isKnown(intent.newJobId())) {
                uploaded.start(intent.newJobId(), intent.next(), intent.kafka(), intent.savepoint());
            }
            requirePlaced(deployment.awaitRunning(intent.newJobId()), intent.next());
            flink.triggerCheckpoint(intent.newJobId()); // who reads committed results has waited long enough
            return new Outcome(intent.newJobId(), intent.next(), null);
        } catch (DeploymentFailedException why) {
            return rolledBack(intent, uploaded, String.valueOf(why.getMessage()));
        }
    }

    /** The old plan runs again; never from before what the new job may have committed. */
    private Outcome rolledBack(RedeploymentIntent intent, JobDeployment.UploadedJob uploaded, String why)
            throws InterruptedException {
        deployment.cancel(intent.newJobId());
        try {
            if (!isKnown(intent.rollbackJobId())) {
                Optional<String> committed =
                        isKnown(intent.newJobId()) ? flink.newestCheckpoint(intent.newJobId()) : Optional.empty();
                String from = committed.isPresent() ? committed.get() : intent.savepoint();
                uploaded.start(intent.rollbackJobId(), intent.old(), intent.kafka(), from);
            }
            requirePlaced(deployment.awaitRunning(intent.rollbackJobId()), intent.old());
            deployment.cancel(intent.newJobId()); // should Flink have taken it after all, too late
            if (isKnown(intent.newJobId())) {
                flink.newestCheckpoint(intent.newJobId()).ifPresent(this::keep);
            }
            return new Outcome(intent.rollbackJobId(), intent.old(), why);
        } catch (DeploymentFailedException neither) {
            journal.finished();
            throw new DeploymentFailedException(
                    "the new plan does not run: %s%nnor does the old one, whose job %s keeps trying: %s%nMaybe bring the missing workers back, or submit a plan that does without them: jellybean submit --replace --plan plan.json"
                            .formatted(why, intent.rollbackJobId(), neither.getMessage()));
        }
    }

    private void requirePlaced(Job running, DeployablePlan plan) {
        Placements placements = new PlacementCheck(flink).of(running, JobSpecCompiler.compile(plan));
        if (!placements.asPlanned()) {
            throw new DeploymentFailedException(
                    "the job does not stand as planned:\n" + String.join("\n", placements.differences()));
        }
    }

    private Optional<String> newestState(String jobId) {
        Optional<String> own = flink.newestCheckpoint(jobId);
        return own.isPresent() ? own : flink.restoredCheckpoint(jobId);
    }

    private boolean isKnown(String jobId) {
        return flink.jobIfKnown(jobId).isPresent();
    }

    private void keep(String state) {
        journal.keep(state, KEPT_SAVEPOINTS).forEach(flink::disposeSavepoint);
    }
}
