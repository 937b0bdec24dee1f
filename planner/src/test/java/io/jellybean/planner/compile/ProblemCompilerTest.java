package io.jellybean.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Worker;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.check.PlanChecker;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCompilerTest {

    private static final Path EXAMPLE = Path.of("../examples/vehicle-tracking");
    private static final WorkflowAndObjective WANTED = Profiles.vehicleTrackingWorkflow();
    private static final Infrastructure STREET_CORNER = InfrastructureFile.read(EXAMPLE.resolve("infrastructure.yaml"));

    @Test
    void convertsTheUnitsOfTheFilesToThoseOfTheFormat() {
        PlanningProblem problem = PlanningInputs.of(WANTED, STREET_CORNER, Profiles.vehicleTracking())
                .problem();

        assertThat(problem.channels().get(0).messageKb(null, "vehicle-detector-m"))
                .isEqualTo(50.0);
        assertThat(problem.channels().get(1).ratio("vehicle-detector-m", "default"))
                .isEqualTo(0.5);
        assertThat(problem.links().get(0).usdPerGb()).isCloseTo(0.01 * 1.073741824, within(1e-12));
        assertThat(problem.links().get(0).rttMs()).isEqualTo(2.0);
        assertThat(problem.serviceTimes().get(0).ms()).isEqualTo(4.0);
        assertThat(problem.policy().maxUtilisation()).isEqualTo(0.25);
        assertThat(problem.workers())
                .extracting(Worker::id)
                .containsExactly("edge/edge-box/1", "hub/hub-server/1", "cloud/cloud-vm/1", "cloud/cloud-vm/2");
    }

    @Test
    void leavesOutWhatTheWorkflowDoesNotOffer() {
        PlanningProblem problem = PlanningInputs.read(
                        List.of(EXAMPLE.resolve("workflow.yaml")),
                        EXAMPLE.resolve("infrastructure.yaml"),
                        List.of(EXAMPLE.resolve("profile.yaml")))
                .problem();
        WorkflowAndObjective example = WorkflowFile.read(EXAMPLE.resolve("workflow.yaml"));
        Workflow smallOnly = new Workflow(
                example.workflow().id(),
                example.workflow().sources(),
                example.workflow().operators().stream()
                        .map(ProblemCompilerTest::withItsFirstVariant)
                        .toList(),
                example.workflow().channels(),
                example.workflow().sinks());
        PlanningProblem small = PlanningInputs.of(
                        new WorkflowAndObjective(smallOnly, example.objective()),
                        STREET_CORNER,
                        ProfileFile.read(EXAMPLE.resolve("profile.yaml")))
                .problem();

        assertThat(problem.accuracies().get(0).table()).hasSize(24);
        assertThat(small.accuracies().get(0).table())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.variants()).containsExactly("vehicle-detector-s", "vehicle-embedding-s"));
    }

    @Test
    void compilesIntoAProblemThatItsFileGivesBack() {
        PlanningProblem problem = PlanningInputs.of(WANTED, STREET_CORNER, Profiles.vehicleTracking())
                .problem();

        assertThat(ProblemFile.parse("problem.json", ProblemFile.text(problem))).isEqualTo(problem);
    }

    @Test
    void countsWithWhatTheChosenVariantSends() {
        PlanningProblem problem = PlanningInputs.of(WANTED, STREET_CORNER, detectorsSend(1024, 4096))
                .problem();

        assertThat(problem.channels().get(1).messageKb("vehicle-detector-s", "default"))
                .isEqualTo(1);
        assertThat(problem.channels().get(1).messageKb("vehicle-detector-m", "default"))
                .isEqualTo(4);
    }

    @Test
    void reportsVariantsThatNobodyMeasuredTheMessagesOf() {
        assertThatThrownBy(() -> PlanningInputs.of(WANTED, STREET_CORNER, detectorsSend(1024))
                        .problem())
                .isInstanceOf(IncompleteInputsException.class)
                .hasMessageContaining("channel detect -> track with variant vehicle-detector-m of detect");
    }

    /** The made-up profile, in which the first variants of the detector send so many bytes. */
    private static Profile detectorsSend(long... bytes) {
        Profile made = Profiles.vehicleTracking();
        Channel channel = new Channel("detect", "track");
        List<String> variants = WANTED.workflow().operator("detect").variants();
        List<MessageSize> sizes = new ArrayList<>(made.messageSizes());
        sizes.removeIf(size -> size.channel().equals(channel));
        for (int i = 0; i < bytes.length; i++) {
            sizes.add(new MessageSize(channel, variants.get(i), bytes[i]));
        }
        return new Profile(made.serviceTimes(), sizes, made.selectivities(), made.accuracy());
    }

    @Test
    void reportsAllThatIsMissingAtOnce() {
        IncompleteInputsException incomplete = catchThrowableOfType(
                IncompleteInputsException.class,
                () -> PlanningInputs.of(WANTED, STREET_CORNER, Profiles.vehicleTrackingWithout("vehicle-detector-s"))
                        .problem());

        assertThat(incomplete.mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains("serviceTimes", "vehicle-detector-s"))
                .anySatisfy(mistake -> assertThat(mistake).contains("messageSizes", "cameras -> detect"))
                .anySatisfy(mistake -> assertThat(mistake).contains("messageSizes", "detect -> track"));
    }

    @Test
    void plansTheExampleForLessThanEverythingInTheCloud() {
        PlanningProblem problem = PlanningInputs.of(WANTED, STREET_CORNER, Profiles.vehicleTracking())
                .problem();
        Planner planner = MixedIntegerPlanner.withDefaults();

        Plan plan = planOf(planner.plan(problem));
        Plan allInTheCloud = planOf(new TopTierPlanner(planner).plan(problem));

        assertThat(plan.cost().total()).isLessThan(allInTheCloud.cost().total());
        assertThat(allInTheCloud.placements())
                .allSatisfy(placement -> assertThat(placement.group().tier()).isEqualTo("cloud"));
        assertThat(PlanChecker.check(problem, allInTheCloud).violations()).isEmpty();
    }

    private static Plan planOf(PlanningOutcome outcome) {
        return outcome.fold(
                PlanningOutcome.Planned::plan,
                infeasible -> {
                    throw new AssertionError(infeasible.reasons().toString());
                },
                undecided -> {
                    throw new AssertionError(undecided.reason());
                });
    }

    private static Operator withItsFirstVariant(Operator operator) {
        return new Operator(
                operator.id(),
                operator.kind(),
                List.of(operator.variants().get(0)),
                operator.stateful(),
                operator.maxSlots());
    }
}
