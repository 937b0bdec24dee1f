package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.JobFailure;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.SlotGroup;
import io.jellybean.jobs.spec.Vertex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the newest frames with a new plan, and writes nothing, on free slots of the worker groups that do more in it than in
 * the old one; before anything is stopped. Workers that did nothing yet have loaded it all when the new job comes, and a plan that
 * cannot start, because of a model or a broker that they cannot reach, is found out while the old one runs.
 */
final class RehearsalRun {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final FlinkRest flink;
    private final JobDeployment deployment;
    private final JobDeployment.UploadedJob uploaded;

    RehearsalRun(FlinkRest flink, JobDeployment deployment, JobDeployment.UploadedJob uploaded) {
        this.flink = flink;
        this.deployment = deployment;
        this.uploaded = uploaded;
    }

    /**
     * Waits until it is over; one that takes too long is broken off, and no reason not to move.
     *
     * @throws DeploymentFailedException if it fails
     */
    void of(DeployablePlan old, DeployablePlan next, String kafka) throws InterruptedException {
        List<String> jobIds = new ArrayList<>();
        try {
            slotsByGroup(JobSpecCompiler.compile(old), JobSpecCompiler.compile(next))
                    .forEach((group, slots) -> jobIds.add(uploaded.rehearse(JobIds.next(), next, kafka, group, slots)));
            awaitEnd(jobIds);
        } finally {
            for (String jobId : jobIds) {
                deployment.cancel(jobId); // unless it has ended
            }
        }
    }

    /** Ingest hosts do the same in every plan. */
    private Map<String, Integer> slotsByGroup(JobSpec old, JobSpec next) {
        List<TaskManager> workers = flink.taskManagers();
        SlotDemand before = SlotDemand.of(old.operators());
        SlotDemand after = SlotDemand.of(next.operators());
        Map<String, Integer> slotsByGroup = new LinkedHashMap<>();
        after.slotsByOffer().forEach((offer, needed) -> {
            int free = SlotDemand.slotsIn(
                    offer, workers.stream().map(TaskManager::free).toList());
            if (needed > before.slotsOf(offer) && free > 0) {
                slotsByGroup.put(groupOf(offer, next), free);
            }
        });
        return slotsByGroup;
    }

    private static String groupOf(List<String> offer, JobSpec job) {
        return job.operators().stream()
                .map(Vertex::slotGroup)
                .filter(group -> group.externalResources().equals(offer))
                .map(SlotGroup::name)
                .findFirst()
                .orElseThrow();
    }

    private void awaitEnd(List<String> jobIds) throws InterruptedException {
        long giveUpAt = System.nanoTime() + TIMEOUT.toNanos();
        for (String jobId : jobIds) {
            while (!flink.job(jobId).state().isTerminal() && System.nanoTime() < giveUpAt) {
                throwIfFailed(jobId);
                Thread.sleep(POLL.toMillis());
            }
            throwIfFailed(jobId);
        }
    }

    private void throwIfFailed(String jobId) {
        Optional<JobFailure> failure = flink.failure(jobId);
        if (failure.isPresent()) {
            throw new DeploymentFailedException(
                    "the new plan failed when it was rehearsed on free slots, and the running job goes on: "
                            + failure.get().rootCause());
        }
    }
}
