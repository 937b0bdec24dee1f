package io.jellybean.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.cli.cluster.rest.JobSummary;
import io.jellybean.cli.cluster.rest.OfferedResources;
import io.jellybean.cli.cluster.rest.TakenSlot;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.jobs.spec.SlotGroup;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.spec.WorkerMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionCheckTest {

    private static final Map<String, String> DEFAULT = Map.of("jobmanager.scheduler", "Default");
    private static final List<String> HUB = List.of("tier-hub", "worker-server");
    private static final WorkerMemory TWO_SLOTS = WorkerMemory.of(1_280_000_000, 2);

    /** One slot of a group holds one subtask of each of its operators. */
    private static final List<Vertex> THREE_SLOTS_OF_THE_HUB =
            List.of(vertex("detect", "hub/server", 3), vertex("embed", "hub/server", 2));

    @Test
    void takesAJobThatFits() {
        assertThat(check(DEFAULT, List.of(hub(1), hub(2)), List.of())).isEmpty();
    }

    @Test
    void namesTheWorkersThatLackSlots() {
        assertThat(check(DEFAULT, List.of(hub(1), hub(1)), List.of()))
                .singleElement()
                .asString()
                .contains("tier-hub and worker-server", "needs: 3", "to be had: 2 of 4", "Maybe");
    }

    /** Under exclusive sharing each operator has slots of its own. */
    @Test
    void addsUpTheGroupsOfOneKindOfWorker() {
        SubmissionCheck check = new SubmissionCheck(DEFAULT, List.of(hub(2), hub(2)), List.of(), List.of());

        assertThat(check.refusals(
                        "street", List.of(vertex("detect", "hub/detect", 3), vertex("embed", "hub/embed", 2))))
                .singleElement()
                .asString()
                .contains("needs: 5", "to be had: 4 of 4");
    }

    /** What a replaced job holds is free by the time that it is needed. */
    @Test
    void countsTheSlotsOfTheJobThatGivesWay() {
        List<TakenSlot> replaced = List.of(new TakenSlot("ab12", offer(1)), new TakenSlot("ab12", offer(1)));

        SubmissionCheck check = new SubmissionCheck(DEFAULT, List.of(hub(1), hub(0)), List.of(), replaced);

        assertThat(check.refusals("street", THREE_SLOTS_OF_THE_HUB)).isEmpty();
    }

    @Test
    void refusesASchedulerThatIgnoresTiers() {
        assertThat(check(Map.of("jobmanager.scheduler", "Adaptive"), List.of(hub(2), hub(2)), List.of()))
                .singleElement()
                .asString()
                .contains("jobmanager.scheduler", "Adaptive", "Default");
    }

    @Test
    void refusesASecondJobOfAWorkflow() {
        JobSummary running = new JobSummary("ab12", "street", JobState.RESTARTING);
        JobSummary ended = new JobSummary("cd34", "street", JobState.CANCELED);
        JobSummary other = new JobSummary("ef56", "yard", JobState.RUNNING);

        assertThat(check(DEFAULT, List.of(hub(2), hub(2)), List.of(running, ended, other)))
                .singleElement()
                .asString()
                .contains("street", "ab12");
    }

    @Test
    void tellsAllReasonsAtOnce() {
        JobSummary running = new JobSummary("ab12", "street", JobState.RUNNING);

        assertThat(check(Map.of("jobmanager.scheduler", "adaptive"), List.of(), List.of(running)))
                .hasSize(3);
    }

    private static List<String> check(Map<String, String> settings, List<TaskManager> workers, List<JobSummary> jobs) {
        return new SubmissionCheck(settings, workers, jobs, List.of()).refusals("street", THREE_SLOTS_OF_THE_HUB);
    }

    private static Vertex vertex(String operator, String group, int parallelism) {
        return new Vertex(operator + "@hub", operator, new SlotGroup(group, HUB, TWO_SLOTS), parallelism);
    }

    private static TaskManager hub(int free) {
        return new TaskManager("hub", 2, free, offer(2), offer(free));
    }

    private static OfferedResources offer(double slots) {
        return new OfferedResources(slots, 1_000, 1_000, 0, 0, Map.of("tier-hub", slots, "worker-server", slots));
    }
}
