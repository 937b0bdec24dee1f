package io.jellybean.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.check.PlanChecker;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningTogetherTest {

    private static final Path TRACKING = Path.of("../examples/vehicle-tracking");
    private static final Path QUESTIONS = Path.of("../examples/spoken-vqa");
    private static final Path CORNER = TRACKING.resolve("infrastructure.yaml");

    private static final PlanningInputs BOTH = read(List.of(TRACKING, QUESTIONS));

    @Test
    void eachWorkflowKeepsItsAccuracyByItsName() {
        PlanningProblem problem = BOTH.problem();

        assertThat(problem.name()).isEqualTo("vehicle-tracking+spoken-vqa on street-corner");
        assertThat(problem.accuracies())
                .extracting(AccuracyTarget::workflow, AccuracyTarget::target)
                .containsExactly(tuple("vehicle-tracking", 0.75), tuple("spoken-vqa", 0.85));
        assertThat(ProblemFile.parse("problem.json", ProblemFile.text(problem))).isEqualTo(problem);
    }

    @Test
    void oneWorkflowAloneNamesNoAccuracy() {
        assertThat(read(List.of(TRACKING)).problem().accuracies())
                .extracting(AccuracyTarget::workflow)
                .containsOnlyNulls();
    }

    @Test
    void aLatencyBoundsThePathsOfItsWorkflowOnly() {
        PlanningInputs hurried = new PlanningInputs(
                List.of(BOTH.workflows().get(0), within(BOTH.workflows().get(1), Duration.ofMillis(80))),
                BOTH.infrastructure());

        assertThat(hurried.problem().latencyLimits()).containsExactly(new LatencyLimit("answer", 80));
        assertThat(read(List.of(TRACKING)).problem().latencyLimits()).isEmpty();
    }

    @Test
    void theExamplesHaveAPlanThatTakesMoreThanOneTierAndNotTheLargestModels() {
        Plan plan = plan(BOTH);

        assertThat(PlanChecker.check(BOTH.problem(), plan).violations()).isEmpty();
        assertThat(plan.accuracies().get(0)).isGreaterThanOrEqualTo(0.75);
        assertThat(plan.accuracies().get(1)).isGreaterThanOrEqualTo(0.85);
        assertThat(plan.placements())
                .extracting(placement -> placement.group().tier())
                .contains("edge", "hub");
        assertThat(plan.variantByOperator()).doesNotContainValue("vehicle-detector-l");
    }

    /** What is left after the first workflow took its workers is all that the second can have: together both choose. */
    @Test
    void isNotDearerThanOneAfterTheOtherOnTheWorkersThatRemain() {
        Plan first = plan(read(List.of(TRACKING)));
        Infrastructure remaining = without(first, BOTH.infrastructure());
        Plan second = plan(new PlanningInputs(List.of(BOTH.workflows().get(1)), remaining));

        double apart = first.cost().total() + second.cost().total();
        assertThat(plan(BOTH).cost().total()).isLessThan(apart);
    }

    @Test
    void tellsClashesAndWhatIsMissingAtOnce() {
        ProfiledWorkflow questions = BOTH.workflows().get(1);
        Profile unmeasured = new Profile(
                questions.profile().serviceTimes(),
                List.of(),
                List.of(),
                questions.profile().accuracy());

        IncompleteInputsException incomplete = catchThrowableOfType(
                IncompleteInputsException.class,
                () -> new PlanningInputs(
                        List.of(questions, new ProfiledWorkflow(questions.wanted(), unmeasured)),
                        BOTH.infrastructure()));

        assertThat(incomplete.mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains("workflow spoken-vqa is given 2 times"))
                .anySatisfy(
                        mistake -> assertThat(mistake).startsWith("profile of spoken-vqa: messageSizes has no row"));
    }

    @Test
    void tellsThatProfilesStandInTheWrongOrder() {
        IncompleteInputsException incomplete = catchThrowableOfType(
                IncompleteInputsException.class,
                () -> PlanningInputs.read(
                        List.of(TRACKING.resolve("workflow.yaml"), QUESTIONS.resolve("workflow.yaml")),
                        CORNER,
                        List.of(QUESTIONS.resolve("profile.yaml"), TRACKING.resolve("profile.yaml"))));

        assertThat(incomplete.mistakes())
                .hasSize(2)
                .allSatisfy(mistake -> assertThat(mistake).contains("in the same order"));
    }

    private static PlanningInputs read(List<Path> examples) {
        return PlanningInputs.read(
                examples.stream().map(folder -> folder.resolve("workflow.yaml")).toList(),
                CORNER,
                examples.stream().map(folder -> folder.resolve("profile.yaml")).toList());
    }

    private static ProfiledWorkflow within(ProfiledWorkflow profiled, Duration maxLatency) {
        Objective objective = profiled.wanted().objective();
        return new ProfiledWorkflow(
                new WorkflowAndObjective(
                        profiled.wanted().workflow(),
                        new Objective(
                                objective.requestsPerSecondBySource(),
                                objective.minAccuracy(),
                                objective.maxUtilisation(),
                                objective.sharing(),
                                maxLatency)),
                profiled.profile());
    }

    private static Infrastructure without(Plan plan, Infrastructure whole) {
        List<WorkerGroup> groups = new ArrayList<>();
        for (WorkerGroup group : whole.groups()) {
            int used = plan.groups().stream()
                    .filter(each -> each.group().equals(group.id()))
                    .mapToInt(UsedGroup::workers)
                    .sum();
            if (used < group.count()) {
                groups.add(new WorkerGroup(
                        group.tier(),
                        group.type(),
                        group.count() - used,
                        group.usdPerHour(),
                        group.slots(),
                        group.memoryBytes()));
            }
        }
        return new Infrastructure(whole.id(), whole.tiers(), groups, whole.links(), whole.ingest());
    }

    private static Plan plan(PlanningInputs inputs) {
        return MixedIntegerPlanner.withDefaults()
                .plan(inputs.problem())
                .fold(
                        PlanningOutcome.Planned::plan,
                        infeasible -> {
                            throw new AssertionError(infeasible.reasons().toString());
                        },
                        undecided -> {
                            throw new AssertionError(undecided.reason());
                        });
    }
}
