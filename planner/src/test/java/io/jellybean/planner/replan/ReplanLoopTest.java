package io.jellybean.planner.replan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.Decision.Reason;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop over minutes of a job's life, in a moment: time is the simulated job's. */
final class ReplanLoopTest {

    private static final ReplanSettings SETTINGS = ReplanSettings.defaults();
    private static final GroupId BOXES = new GroupId("edge", "box");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Planner planner = MixedIntegerPlanner.withDefaults();
    private final AtomicReference<PlanningInputs> files = new AtomicReference<>(Streets.withMinAccuracy(0.7));
    private final DecisionList log = new DecisionList();

    private SimulatedJob job;
    private ReplanLoop loop;

    /** Keeps what is decided. */
    private static final class DecisionList implements DecisionLog {

        private final List<Decision> decisions = new ArrayList<>();
        private final List<DecisionOutcome> outcomes = new ArrayList<>();

        @Override
        public void decided(Decision decision) {
            decisions.add(decision);
        }

        @Override
        public void cameOfIt(DecisionOutcome outcome) {
            outcomes.add(outcome);
        }

        List<Decision> moves() {
            return decisions.stream()
                    .filter(decision -> decision.fold(hold -> false, move -> true))
                    .toList();
        }
    }

    @BeforeEach
    void runAtARateThatStays() {
        runAt(time -> 40);
    }

    @Test
    void holdsStillWhileTheRateSwingsByAFifth() throws InterruptedException {
        runAt(time -> 40 * (1 + 0.2 * Math.sin(time.toSeconds() / 15.0)));

        watch(TEN_MINUTES);

        assertThat(job.plans()).hasSize(1);
    }

    @Test
    void movesExactlyOnceWhenTheRateDoubles() throws InterruptedException {
        runAt(time -> time.toSeconds() < 120 ? 40 : 80);

        watch(TEN_MINUTES);

        assertThat(job.plans()).hasSize(2);
        assertThat(job.running().workers()).isEqualTo(2);
        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.OBJECTIVE);
        assertThat(log.moves().get(0).at()).isBeforeOrEqualTo(at(120 + 25));
    }

    @Test
    void movesExactlyOnceWhenTheRateHalves() throws InterruptedException {
        files.set(Streets.withMinAccuracy(0.8));
        runAt(time -> time.toSeconds() < 120 ? 40 : 20);
        int before = job.running().workers();

        watch(TEN_MINUTES);

        assertThat(job.plans()).hasSize(2);
        assertThat(job.running().workers()).isLessThan(before);
        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.CHEAPER);
        assertThat(log.moves().get(0).at())
                .as("only after it has been low for long")
                .isAfterOrEqualTo(at(120 + 300));
    }

    @Test
    void movesTheWorkWhenAGroupDisappears() throws InterruptedException {
        watch(Duration.ofMinutes(1));

        job.lose(BOXES);
        watch(Duration.ofMinutes(2));

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.WORKERS_LOST);
        assertThat(groups()).containsExactly("cloud/vm");
    }

    @Test
    void movesWhenAWorkerTypeIsSlowerThanItsProfile() throws InterruptedException {
        watch(Duration.ofMinutes(1));

        job.slowDown("box", 2);
        watch(Duration.ofMinutes(3));

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.OBJECTIVE);
        assertThat(job.running().workers()).isEqualTo(2);
    }

    /** With little to do they look as fast as ever. */
    @Test
    void doesNotGoBackToWorkersThatAreGivenTooLittleOfTheirCores() throws InterruptedException {
        watch(Duration.ofMinutes(1));

        job.limit("box", 0.2);
        watch(Duration.ofMinutes(30));

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.OBJECTIVE);
    }

    @Test
    void triesThemAgainWhenTheHorizonIsOver() throws InterruptedException {
        watch(Duration.ofMinutes(1));
        List<String> before = groups();
        job.limit("box", 0.2);
        watch(Duration.ofMinutes(10));

        job.limit("box", 1);
        watch(SETTINGS.horizon());

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.OBJECTIVE, Reason.CHEAPER);
        assertThat(groups()).isEqualTo(before);
    }

    @Test
    void movesWhenAPriceChanges() throws InterruptedException {
        watch(Duration.ofMinutes(6));

        files.set(Streets.withBoxesAt(2));
        watch(Duration.ofMinutes(2));

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.CHEAPER);
        assertThat(groups()).containsExactly("cloud/vm");
    }

    @Test
    void movesWhenMoreAccuracyIsWanted() throws InterruptedException {
        watch(Duration.ofMinutes(1));

        files.set(Streets.withMinAccuracy(0.85));
        watch(Duration.ofMinutes(2));

        assertThat(log.moves()).extracting(Decision::reason).containsExactly(Reason.OBJECTIVE);
        assertThat(job.running().variantByOperator()).containsEntry("detect", "large");
    }

    @Test
    void holdsStillWhileABacklogShrinks() throws InterruptedException {
        runAt(time -> time.toSeconds() == 60 ? 1_000 : 40);

        watch(Duration.ofMinutes(3));

        assertThat(job.plans()).hasSize(1);
        assertThat(log.decisions).extracting(Decision::reason).contains(Reason.CATCHING_UP);
    }

    @Test
    void neverMovesTwiceWithinTheSettlingTime() throws InterruptedException {
        runAt(time -> 40 * (1 + Math.floor(time.toSeconds() / 40.0)));

        watch(Duration.ofMinutes(4));

        List<Decision> moves = log.moves();
        assertThat(moves).hasSizeGreaterThan(1);
        for (int i = 1; i < moves.size(); i++) {
            assertThat(Duration.between(moves.get(i - 1).at(), moves.get(i).at()))
                    .isGreaterThanOrEqualTo(SETTINGS.settling());
        }
    }

    @Test
    void saysWhatCameOfAMove() throws InterruptedException {
        runAt(time -> time.toSeconds() < 60 ? 40 : 80);

        watch(Duration.ofMinutes(4));

        assertThat(log.outcomes).hasSize(2).allMatch(DecisionOutcome::moved);
        assertThat(log.outcomes.get(1).utilisationByGroup())
                .hasEntrySatisfying(
                        "edge/box", utilisation -> assertThat(utilisation).isBetween(0.6, 0.7));
    }

    @Test
    void saysWhyThereIsNoOtherPlan() throws InterruptedException {
        runAt(time -> time.toSeconds() < 60 ? 40 : 100_000);

        watch(Duration.ofMinutes(2));

        assertThat(job.plans()).hasSize(1);
        assertThat(log.decisions.get(log.decisions.size() - 1).reason()).isEqualTo(Reason.NO_PLAN);
    }

    private void runAt(ToDoubleFunction<Duration> requestsPerSecond) {
        PlanningInputs inputs = Objects.requireNonNull(files.get());
        PlanningOutcome outcome = planner.plan(inputs.problem());
        assertThat(outcome).isInstanceOf(PlanningOutcome.Planned.class);
        Plan first = ((PlanningOutcome.Planned) outcome).plan();
        job = new SimulatedJob(inputs, first, requestsPerSecond);
        loop = new ReplanLoop(job, job, log, job, planner, SETTINGS, () -> Objects.requireNonNull(files.get()), first);
    }

    private void watch(Duration time) throws InterruptedException {
        for (long looks = time.toSeconds() / SETTINGS.interval().toSeconds(); looks > 0; looks--) {
            job.pass(SETTINGS.interval());
            loop.step();
        }
    }

    private List<String> groups() {
        return job.running().groups().stream()
                .map(group -> group.group().toString())
                .toList();
    }

    private static Instant at(long seconds) {
        return SimulatedJob.START.plusSeconds(seconds);
    }
}
