package io.jellybean.cli.demo;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.cli.replan.WatchedJob;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.replan.Decision;
import io.jellybean.planner.replan.DecisionLog;
import io.jellybean.planner.replan.DecisionOutcome;
import io.jellybean.planner.replan.ReplanLoop;
import io.jellybean.planner.replan.ReplanSettings;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Watches the demo's job while it is fed, as {@code jellybean watch} does, and lets it be moved once. */
final class DemoWatch implements AutoCloseable {

    /** Quicker than the command's own: the demo has half a minute for it. */
    private static final ReplanSettings SETTINGS = new ReplanSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofMinutes(5));

    private final RedeploymentJournal journal;
    private final WatchedJob job;
    private final ReplanLoop loop;
    private final LastMove lastMove;
    private final Plan before;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "watch");

    /** Keeps what was decided last, or the move if there was one. */
    private static final class LastMove implements DecisionLog {

        private final AtomicReference<@Nullable Decision> last = new AtomicReference<>();
        private final AtomicReference<@Nullable PlanningProblem> problem = new AtomicReference<>();

        @Override
        public void decided(Decision decision) {
            if (problem.get() == null) {
                last.set(decision);
                Optional<PlanningProblem> answered = decision.fold(
                        hold -> Optional.empty(),
                        move -> Optional.of(move.inputs().problem()));
                problem.set(answered.orElse(null));
            }
        }

        @Override
        public void cameOfIt(DecisionOutcome outcome) {
            // the plan that runs in the end says it
        }
    }

    DemoWatch(JellyBeanHome home, FlinkRest flink, DemoPlan planned, Path folder) {
        this.before = planned.plan();
        this.lastMove = new LastMove();
        this.journal = RedeploymentJournal.open(
                folder.resolve("deployments"), planned.deployable().workflow().id());
        Clock clock = Clock.systemUTC();
        this.job = new WatchedJob(
                flink,
                new DeployedJobs(flink).the(planned.deployable().workflow().id()),
                new Redeployment(flink, home, journal),
                planned::inputs,
                clock,
                remark -> {}); // a demo's cluster forgets nothing
        this.loop = new ReplanLoop(
                job, job, lastMove, clock, MixedIntegerPlanner.withDefaults(), SETTINGS, planned::inputs, before);
    }

    /** Begins, if it has not begun. */
    void begin() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Stops watching, after a move that is under way; what came of it. */
    Replanned end() throws InterruptedException {
        ending.countDown();
        thread.join();
        Decision decision = lastMove.last.get();
        Plan after = loop.running();
        return new Replanned(
                decision == null ? "nothing was decided" : decision.why(),
                decision == null ? Clock.systemUTC().instant() : decision.at(),
                before,
                after.equals(before) ? null : after,
                lastMove.problem.get());
    }

    @Override
    public void close() {
        ending.countDown();
        job.close();
        journal.close();
    }

    private void watch() {
        try {
            while (!ending.await(SETTINGS.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                loop.step();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
