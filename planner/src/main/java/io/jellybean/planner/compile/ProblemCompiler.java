package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.Tier;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compiles what a user wants, has and measured into one planning problem. */
final class ProblemCompiler {

    /** The format's GB is larger than a user's GB of 10^9 bytes, and so is its price. */
    private static final double BYTES_PER_FORMAT_GB = 1024.0 * 1024.0 * 1024.0;

    private static final double BYTES_PER_GB = 1e9;

    private final Infrastructure infrastructure;
    private final WorkflowsTogether together;
    private final List<WorkflowCompiler> workflows;

    ProblemCompiler(PlanningInputs inputs) {
        this.infrastructure = inputs.infrastructure();
        this.together = inputs.together();
        boolean several = inputs.workflows().size() > 1;
        this.workflows = inputs.workflows().stream()
                .map(each -> new WorkflowCompiler(each, infrastructure, several))
                .toList();
    }

    PlanningProblem problem() {
        return new PlanningProblem(
                together.id() + " on " + infrastructure.id(),
                "",
                IntStream.range(0, infrastructure.tiers().size())
                        .mapToObj(
                                index -> new Tier(index, infrastructure.tiers().get(index)))
                        .toList(),
                infrastructure.links().stream().map(this::link).toList(),
                infrastructure.groups().stream().flatMap(this::workers).toList(),
                all(WorkflowCompiler::sources),
                all(WorkflowCompiler::operators),
                all(WorkflowCompiler::channels),
                all(WorkflowCompiler::serviceTimes),
                workflows.stream().map(WorkflowCompiler::accuracy).toList(),
                new Policy(together.sharing(), together.maxUtilisation(), 0),
                all(WorkflowCompiler::latencyLimits),
                List.of());
    }

    private <T> List<T> all(Function<WorkflowCompiler, List<T>> parts) {
        return workflows.stream()
                .flatMap(workflow -> parts.apply(workflow).stream())
                .toList();
    }

    private TierLink link(Link link) {
        Duration roundTrip = link.roundTrip();
        return new TierLink(
                tierIndex(link.fromTier()),
                tierIndex(link.toTier()),
                link.usdPerGb() * BYTES_PER_FORMAT_GB / BYTES_PER_GB,
                link.mbps(),
                roundTrip == null ? null : (Double) WorkflowCompiler.ms(roundTrip));
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

    private int tierIndex(String tier) {
        return infrastructure.tiers().indexOf(tier);
    }
}
