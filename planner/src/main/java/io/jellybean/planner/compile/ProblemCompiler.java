package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.Tier;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.VariantRules;
import io.jellybean.domain.problem.Worker;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compiles what a user wants, has and measured into one planning problem. */
public final class ProblemCompiler {

    private static final double NANOS_PER_MS = 1e6;
    private static final double BYTES_PER_KB = 1024;
    /** The format's GB is larger than a user's GB of 10^9 bytes, and so is its price. */
    private static final double BYTES_PER_FORMAT_GB = 1024.0 * 1024.0 * 1024.0;

    private static final double BYTES_PER_GB = 1e9;

    private final Workflow workflow;
    private final Objective objective;
    private final Infrastructure infrastructure;
    private final Profile profile;

    private ProblemCompiler(WorkflowAndObjective wanted, Infrastructure infrastructure, Profile profile) {
        this.workflow = wanted.workflow();
        this.objective = wanted.objective();
        this.infrastructure = infrastructure;
        this.profile = profile;
    }

    /**
     * Compiles. Workers are named {@code tier/type/number}.
     *
     * @throws IncompleteInputsException with all mistakes, if the three do not fit together
     */
    public static PlanningProblem compile(WorkflowAndObjective wanted, Infrastructure infrastructure, Profile profile) {
        List<String> mistakes = new InputsCheck(wanted.workflow(), infrastructure, profile).mistakes();
        if (!mistakes.isEmpty()) {
            throw new IncompleteInputsException(mistakes);
        }
        return new ProblemCompiler(wanted, infrastructure, profile).problem();
    }

    private PlanningProblem problem() {
        return new PlanningProblem(
                workflow.id() + " on " + infrastructure.id(),
                "",
                IntStream.range(0, infrastructure.tiers().size())
                        .mapToObj(
                                index -> new Tier(index, infrastructure.tiers().get(index)))
                        .toList(),
                infrastructure.links().stream().map(this::link).toList(),
                infrastructure.groups().stream().flatMap(this::workers).toList(),
                workflow.sources().stream()
                        .map(source -> new RequestSource(
                                source.id(),
                                tierIndex(source.tier()),
                                Objects.requireNonNull(
                                        objective.requestsPerSecondBySource().get(source.id()))))
                        .toList(),
                workflow.operators().stream()
                        .map(operator -> new ProblemOperator(
                                operator.id(), operator.variants(), operator.stateful(), operator.maxSlots()))
                        .toList(),
                workflow.channels().stream().map(this::channel).toList(),
                serviceTimes(),
                List.of(accuracy()),
                new Policy(objective.sharing(), objective.maxUtilisation(), 0),
                latencyLimits(),
                List.of());
    }

    private TierLink link(Link link) {
        Duration roundTrip = link.roundTrip();
        return new TierLink(
                tierIndex(link.fromTier()),
                tierIndex(link.toTier()),
                link.usdPerGb() * BYTES_PER_FORMAT_GB / BYTES_PER_GB,
                link.mbps(),
                roundTrip == null ? null : (Double) ms(roundTrip));
    }

    private Stream<Worker> workers(WorkerGroup group) {
        return IntStream.rangeClosed(1, group.count())
                .mapToObj(number -> new Worker(
                        group.id() + "/" + number,
                        group.type(),
                        tierIndex(group.tier()),
                        group.usdPerHour(),
                        group.slots()));
    }

    private ProblemChannel channel(Channel channel) {
        double ratio = profile.selectivities().stream()
                .filter(row -> new Channel(row.from(), row.to()).equals(channel))
                .mapToDouble(Selectivity::ratio)
                .findFirst()
                .orElse(1);
        double bytes = profile.messageSizes().stream()
                .filter(row -> new Channel(row.from(), row.to()).equals(channel))
                .mapToDouble(MessageSize::bytes)
                .findFirst()
                .orElseThrow();
        return new ProblemChannel(
                channel.from(), channel.to(), VariantRules.always(ratio), VariantRules.always(bytes / BYTES_PER_KB));
    }

    /** A profile may know more variants and worker types than are offered here. */
    private List<ServiceMillis> serviceTimes() {
        return profile.serviceTimes().stream()
                .filter(row -> workflow.operator(row.operator()).variants().contains(row.variant()))
                .filter(row -> infrastructure.groups().stream()
                        .anyMatch(group -> group.type().equals(row.workerType())))
                .map(row -> new ServiceMillis(row.operator(), row.variant(), row.workerType(), ms(row.time()), 1))
                .toList();
    }

    private AccuracyTarget accuracy() {
        return new AccuracyTarget(
                objective.minAccuracy(),
                profile.accuracy().operators(),
                profile.accuracy().rows().stream()
                        .map(row -> new AccuracyTarget.Row(row.variants(), row.value()))
                        .toList());
    }

    private List<LatencyLimit> latencyLimits() {
        Duration maxLatency = objective.maxLatency();
        return maxLatency == null ? List.of() : List.of(new LatencyLimit(null, ms(maxLatency)));
    }

    private int tierIndex(String tier) {
        return infrastructure.tiers().indexOf(tier);
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / NANOS_PER_MS;
    }
}
