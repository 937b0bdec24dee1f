package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.compile.IncompleteInputsException;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.Decision.Hold;
import io.jellybean.planner.replan.Decision.Move;
import io.jellybean.planner.replan.Decision.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides whether another plan should run. More is paid at once, as soon as what calls for it has held for a moment; less only after
 * rates have been low for long: so that what swings moves nothing. Not thread-safe.
 */
final class Replanner {

    private final Planner planner;
    private final ReplanSettings settings;
    private final MetricHistory history;
    private final SlowWorkers slowWorkers;
    private Instant settledAt = Instant.MIN;

    Replanner(Planner planner, ReplanSettings settings) {
        this.planner = planner;
        this.settings = settings;
        this.history = new MetricHistory(settings.stabilisation());
        this.slowWorkers = new SlowWorkers(settings.horizon());
    }

    /** A plan was taken, or tried; there is no other move until it has settled. */
    void moved(Instant at) {
        settledAt = at.plus(settings.settling());
        history.clear();
    }

    /** What was measured in the last moment, if it was. */
    Map<GroupId, Double> utilisationByGroup(Plan running) {
        return history.last(settings.sustained())
                .map(observed -> new MeasuredUtilisation(running, observed).byGroup())
                .orElse(Map.of());
    }

    /**
     * Decides.
     *
     * @param running the plan that runs
     * @param files what is wanted and known now; they may have changed since the plan was made
     */
    Decision decide(MetricSnapshot newest, Plan running, PlanningInputs files) {
        history.add(newest);
        Evaluation evaluation = new Evaluation(newest, running, files);
        if (newest.at().isBefore(settledAt)) {
            return evaluation.hold(
                    Reason.SETTLING,
                    "it was moved less than %d s ago"
                            .formatted(settings.settling().toSeconds()));
        }
        if (!newest.runs()) {
            return evaluation.ofAJobThatIsDown();
        }
        if (!newest.missing().isEmpty()) {
            return evaluation.hold(Reason.INCOMPLETE, "not measured: " + String.join(", ", newest.missing()));
        }
        return history.last(settings.sustained())
                .map(evaluation::of)
                .orElseGet(() -> evaluation.hold(
                        Reason.INCOMPLETE,
                        "measured for %d s, %d s are needed"
                                .formatted(
                                        history.covered().toSeconds(),
                                        settings.sustained().toSeconds())));
    }

    /** One decision: what is known while it is made. */
    private final class Evaluation {

        private final MetricSnapshot newest;
        private final Plan running;
        private final PlanningInputs files;
        private Map<String, Double> rates = Map.of();
        private double usdPerHour = Double.NaN;

        Evaluation(MetricSnapshot newest, Plan running, PlanningInputs files) {
            this.newest = newest;
            this.running = running;
            this.files = files;
        }

        Hold hold(Reason reason, String why) {
            return new Hold(newest.at(), reason, why, rates, usdPerHour);
        }

        /** It may come back by itself, unless workers are gone that it needs. */
        Decision ofAJobThatIsDown() {
            List<String> lost = new ArrayList<>();
            for (UsedGroup used : running.groups()) {
                int there = newest.workersByGroup().getOrDefault(used.group(), 0);
                if (there < used.workers()) {
                    lost.add("%d of %d workers of %s are there".formatted(there, used.workers(), used.group()));
                }
            }
            if (lost.isEmpty()) {
                return hold(Reason.RESTARTING, "the job restarts");
            }
            String why = "the job cannot run: " + String.join(", ", lost);
            try {
                return moveIfOther(
                        Reason.WORKERS_LOST,
                        why,
                        new MeasuredInputs(files, running)
                                .withWorkers(newest.workersByGroup())
                                .files());
            } catch (IllegalArgumentException | IncompleteInputsException none) {
                return hold(Reason.NO_PLAN, why + "; without them nothing is left: " + none.getMessage());
            }
        }

        Decision of(Observation observed) {
            rates = history.leastRates(settings.sustained());
            boolean grows = history.steps(settings.sustained()).stream().noneMatch(Observation::keepsUp);
            if (observed.catchesUp()) {
                return hold(
                        Reason.CATCHING_UP, text("the backlog shrinks by %.1f requests/s", -observed.backlogGrowth()));
            }
            MeasuredInputs there = new MeasuredInputs(files, running).withWorkers(newest.workersByGroup());
            MeasuredInputs measured = there.withMeasured(observed, slownessByType(there, observed, grows));
            PlanningInputs now = measured.withRates(rates);
            PlanUnderLoad underLoad = new PlanUnderLoad(now.problem(), running);
            usdPerHour = underLoad.usdPerHour();
            List<String> broken = new ArrayList<>(underLoad.broken());
            if (grows) {
                broken.add(text("the backlog grows by %.1f requests/s", observed.backlogGrowth()));
            }
            if (!broken.isEmpty()) {
                // Planned for the most that was seen, so that one move is enough.
                return moveIfOther(
                        Reason.OBJECTIVE,
                        String.join("; ", broken),
                        measured.withRates(history.greatestRates(settings.sustained())));
            }
            return cheaper(measured);
        }

        private Map<String, Double> slownessByType(MeasuredInputs there, Observation observed, boolean grows) {
            Map<String, Double> measured = there.slownessByType(observed, !grows);
            if (grows) {
                slowWorkers.remember(measured, newest.at());
            }
            return slowWorkers.atLeast(measured, newest.at());
        }

        private Decision cheaper(MeasuredInputs measured) {
            Map<String, Double> most = history.greatestRates(settings.stabilisation());
            if (most.isEmpty()) {
                return hold(
                        Reason.GOOD,
                        "objectives are met; whether less would do is known after %d s"
                                .formatted(settings.stabilisation().toSeconds()));
            }
            PlanningInputs inputs = measured.withRates(most);
            return planner.plan(inputs.problem())
                    .fold(
                            planned -> ifItPaysOff(planned.plan(), inputs),
                            infeasible -> hold(Reason.GOOD, "objectives are met"),
                            undecided -> hold(Reason.GOOD, "objectives are met; " + undecided.reason()));
        }

        private Decision ifItPaysOff(Plan other, PlanningInputs inputs) {
            double gain = hours(settings.horizon()) * (usdPerHour - other.cost().total());
            double movingCost = hours(settings.movingCost()) * usdPerHour;
            String sums = text(
                    "another plan costs %.4f $ per hour instead of %.4f: in %d min %.4f $ less, the move costs %.4f $",
                    other.cost().total(), usdPerHour, settings.horizon().toMinutes(), gain, movingCost);
            if (isSame(other) || !(gain > movingCost)) {
                return hold(Reason.GOOD, isSame(other) ? "objectives are met, no plan is cheaper" : sums);
            }
            return new Move(newest.at(), Reason.CHEAPER, sums, rates, usdPerHour, other, inputs);
        }

        private Decision moveIfOther(Reason reason, String why, PlanningInputs inputs) {
            PlanningOutcome outcome = planner.plan(inputs.problem());
            return outcome.fold(
                    planned -> isSame(planned.plan())
                            ? hold(Reason.NO_PLAN, why + "; but the running plan is the best there is")
                            : new Move(newest.at(), reason, why, rates, usdPerHour, planned.plan(), inputs),
                    infeasible -> hold(
                            Reason.NO_PLAN, why + "; but there is no plan: " + String.join("; ", infeasible.reasons())),
                    undecided -> hold(Reason.NO_PLAN, why + "; but " + undecided.reason()));
        }

        /** Whether a plan runs the same variants with the same shares on as many workers of the same groups. */
        private boolean isSame(Plan other) {
            return new PlanDifference(running, other).isNone();
        }
    }

    private static double hours(Duration time) {
        return time.toMillis() / 3_600_000.0;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
