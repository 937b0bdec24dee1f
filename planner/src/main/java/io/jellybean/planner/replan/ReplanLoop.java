package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.Planner;
import io.jellybean.planner.compile.PlanningInputs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collect, evaluate, decide, redeploy: one look at a running job after the other. Not thread-safe. */
public final class ReplanLoop {

    private final JobMetrics metrics;
    private final PlanDeployer deployer;
    private final DecisionLog log;
    private final Clock clock;
    private final ReplanSettings settings;
    private final Supplier<PlanningInputs> files;
    private final Replanner replanner;
    private Plan running;
    private @Nullable Unsettled unsettled;

    /** A move that is not yet known to be good. */
    private record Unsettled(Instant decidedAt, Instant settledAt) {}

    /**
     * A loop over one job.
     *
     * @param files reads what is wanted and known, each time anew: prices and objectives may change
     * @param running the plan that runs
     */
    public ReplanLoop(
            JobMetrics metrics,
            PlanDeployer deployer,
            DecisionLog log,
            Clock clock,
            Planner planner,
            ReplanSettings settings,
            Supplier<PlanningInputs> files,
            Plan running) {
        this.metrics = metrics;
        this.deployer = deployer;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
        this.files = files;
        this.running = running;
        this.replanner = new Replanner(planner, settings);
    }

    /** Looks once, and does what is to be done. */
    public Decision step() throws InterruptedException {
        MetricSnapshot snapshot = metrics.snapshot();
        Decision decision = replanner.decide(snapshot, running, files.get());
        log.decided(decision);
        reportIfSettled(snapshot.at());
        Optional<Decision.Move> move = decision.fold(hold -> Optional.empty(), Optional::of);
        if (move.isPresent()) {
            redeploy(move.get());
        }
        return decision;
    }

    /** The plan that runs. */
    public Plan running() {
        return running;
    }

    private void redeploy(Decision.Move move) throws InterruptedException {
        PlanDeployer.Redeployed redeployed = deployer.redeploy(move.plan(), move.inputs());
        running = redeployed.runs();
        Instant now = clock.instant();
        replanner.moved(now);
        unsettled = redeployed.moved() ? new Unsettled(move.at(), now.plus(settings.settling())) : null;
        log.cameOfIt(new DecisionOutcome(now, move.at(), redeployed.moved(), redeployed.remark(), Map.of()));
    }

    private void reportIfSettled(Instant now) {
        Unsettled waiting = unsettled;
        Map<GroupId, Double> measured = replanner.utilisationByGroup(running);
        if (waiting != null && !now.isBefore(waiting.settledAt()) && !measured.isEmpty()) {
            Map<String, Double> byGroup = new TreeMap<>();
            measured.forEach((group, utilisation) -> byGroup.put(group.toString(), utilisation));
            log.cameOfIt(new DecisionOutcome(now, waiting.decidedAt(), true, "it has settled", byGroup));
            unsettled = null;
        }
    }
}
