package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.JobSummary;
import io.jellybean.cli.cluster.rest.TakenSlot;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.jobs.spec.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a cluster can take a job: asked before anything is submitted, as Flink itself waits for slots that never come and does not
 * say for which.
 *
 * @param settings of the JobManager
 * @param replaced the slots of the job that gives way; empty if none does
 */
public record SubmissionCheck(
        Map<String, String> settings, List<TaskManager> workers, List<JobSummary> jobs, List<TakenSlot> replaced) {

    private static final String SCHEDULER = "jobmanager.scheduler";

    /** Of a cluster as it is now. */
    public static SubmissionCheck of(FlinkRest flink, Optional<DeployedJob> replaced) {
        List<TaskManager> workers = flink.taskManagers();
        List<TakenSlot> held = replaced.stream()
                .flatMap(job -> workers.stream()
                        .flatMap(worker -> flink.takenSlots(worker.id()).stream())
                        .filter(slot -> slot.jobId().equals(job.id())))
                .toList();
        List<JobSummary> others = flink.jobs().stream()
                .filter(job -> replaced.stream().noneMatch(giving -> giving.id().equals(job.id())))
                .toList();
        return new SubmissionCheck(flink.configuration(), workers, others, held);
    }

    /**
     * Every reason why not, with the fix; empty if it can.
     *
     * @param vertices of the job
     */
    public List<String> refusals(String workflow, List<Vertex> vertices) {
        List<String> refusals = new ArrayList<>();
        refusals.addAll(scheduler());
        refusals.addAll(running(workflow));
        refusals.addAll(slots(vertices));
        return refusals;
    }

    private List<String> scheduler() {
        String scheduler = settings.getOrDefault(SCHEDULER, "Default");
        return scheduler.equalsIgnoreCase("default")
                ? List.of()
                : List.of(
                        "the cluster's %s is %s, which ignores external resources, and with them the tiers. Maybe set it to Default."
                                .formatted(SCHEDULER, scheduler));
    }

    private List<String> running(String workflow) {
        return jobs.stream()
                .filter(job -> job.name().equals(workflow) && !job.state().isTerminal())
                .map(job -> "a job of %s runs already: %s, %s. Maybe replace it, with its state: --replace"
                        .formatted(workflow, job.id(), job.state()))
                .toList();
    }

    private List<String> slots(List<Vertex> vertices) {
        List<String> refusals = new ArrayList<>();
        SlotDemand.of(vertices).slotsByOffer().forEach((offer, needed) -> {
            int free = SlotDemand.slotsIn(
                            offer, workers.stream().map(TaskManager::free).toList())
                    + SlotDemand.slotsIn(
                            offer, replaced.stream().map(TakenSlot::resource).toList());
            if (free < needed) {
                refusals.add(
                        "workers that offer %s: slots that the plan needs: %d, to be had: %d of %d. Maybe start more such workers, or end the job that holds them."
                                .formatted(
                                        String.join(" and ", offer),
                                        needed,
                                        free,
                                        SlotDemand.slotsIn(
                                                offer,
                                                workers.stream()
                                                        .map(TaskManager::total)
                                                        .toList())));
            }
        });
        return refusals;
    }
}
