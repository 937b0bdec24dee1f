package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.VariantRule;
import io.jellybean.domain.problem.VariantRules;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The part of a planning problem that is of one workflow. */
final class WorkflowCompiler {

    private static final double NANOS_PER_MS = 1e6;
    private static final double BYTES_PER_KB = 1024;

    private final Workflow workflow;
    private final Objective objective;
    private final Profile profile;
    private final Infrastructure infrastructure;
    private final boolean amongOthers;

    /**
     * @param amongOthers whether the problem has other workflows, too, so that it has to be said what holds for this one
     */
    WorkflowCompiler(ProfiledWorkflow profiled, Infrastructure infrastructure, boolean amongOthers) {
        this.workflow = profiled.wanted().workflow();
        this.objective = profiled.wanted().objective();
        this.profile = profiled.profile();
        this.infrastructure = infrastructure;
        this.amongOthers = amongOthers;
    }

    List<RequestSource> sources() {
        return workflow.sources().stream()
                .map(source -> new RequestSource(
                        source.id(),
                        infrastructure.tiers().indexOf(source.tier()),
                        Objects.requireNonNull(
                                objective.requestsPerSecondBySource().get(source.id()))))
                .toList();
    }

    List<ProblemOperator> operators() {
        return workflow.operators().stream()
                .map(operator -> new ProblemOperator(
                        operator.id(), operator.variants(), operator.stateful(), operator.maxSlots()))
                .toList();
    }

    List<ProblemChannel> channels() {
        return workflow.channels().stream().map(this::channel).toList();
    }

    private ProblemChannel channel(Channel channel) {
        double ratio = profile.selectivities().stream()
                .filter(row -> row.channel().equals(channel))
                .mapToDouble(Selectivity::ratio)
                .findFirst()
                .orElse(1);
        return new ProblemChannel(channel.from(), channel.to(), VariantRules.always(ratio), messageKb(channel));
    }

    /** Without variants of the sender that are not offered here. */
    private VariantRules messageKb(Channel channel) {
        List<String> offered = workflow.sender(channel).map(Operator::variants).orElse(List.of());
        return new VariantRules(profile.messageSizes().stream()
                .filter(row -> row.channel().equals(channel))
                .filter(row -> row.variant() == null || offered.contains(row.variant()))
                .map(row -> new VariantRule(row.variant(), null, row.bytes() / BYTES_PER_KB))
                .toList());
    }

    /** A profile may know more variants and worker types than are offered here. */
    List<ServiceMillis> serviceTimes() {
        return profile.serviceTimes().stream()
                .filter(row -> workflow.operator(row.operator()).variants().contains(row.variant()))
                .filter(row -> infrastructure.groups().stream()
                        .anyMatch(group -> group.type().equals(row.workerType())))
                .map(row -> new ServiceMillis(row.operator(), row.variant(), row.workerType(), ms(row.time()), 1))
                .toList();
    }

    /** Without combinations of variants that are not offered here: other ways to plan would choose them. */
    AccuracyTarget accuracy() {
        List<String> operators = profile.accuracy().operators();
        return new AccuracyTarget(
                amongOthers ? workflow.id() : null,
                objective.minAccuracy(),
                operators,
                profile.accuracy().rows().stream()
                        .filter(row -> IntStream.range(0, operators.size())
                                .allMatch(i -> workflow.operator(operators.get(i))
                                        .variants()
                                        .contains(row.variants().get(i))))
                        .map(row -> new AccuracyTarget.Row(row.variants(), row.value()))
                        .toList());
    }

    /** Of one workflow alone a single limit for all paths; among others one for each operator that feeds a sink. */
    List<LatencyLimit> latencyLimits() {
        Duration maxLatency = objective.maxLatency();
        if (maxLatency == null) {
            return List.of();
        }
        if (!amongOthers) {
            return List.of(new LatencyLimit(null, ms(maxLatency)));
        }
        return workflow.sinks().stream()
                .map(Sink::from)
                .distinct()
                .map(operator -> new LatencyLimit(operator, ms(maxLatency)))
                .toList();
    }

    static double ms(Duration duration) {
        return duration.toNanos() / NANOS_PER_MS;
    }
}
