package io.jellybean.domain.objective;

import io.jellybean.domain.Require;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Workflows that are planned and served as one, on one infrastructure. Each keeps its own rates, least accuracy and greatest
 * latency; workers are for all of them.
 *
 * @param workflows at least one
 */
public record WorkflowsTogether(List<WorkflowAndObjective> workflows) {
    public WorkflowsTogether {
        workflows = List.copyOf(workflows);
        Require.positive("workflows together: how many there are", workflows.size());
        Require.unbroken("workflows together", clashes(workflows));
    }

    /** One workflow by itself. */
    public static WorkflowsTogether of(WorkflowAndObjective only) {
        return new WorkflowsTogether(List.of(only));
    }

    /** Everything that keeps these workflows from being served as one, each with the fix; empty if nothing does. */
    public static List<String> clashes(List<WorkflowAndObjective> workflows) {
        return new Clashes(workflows).all();
    }

    /** The names joined by {@code +}. */
    public String id() {
        return workflows.stream().map(each -> each.workflow().id()).collect(Collectors.joining("+"));
    }

    /** The workflow that has all sources, operators, channels and sinks. */
    public Workflow workflow() {
        return new Workflow(
                id(), all(Workflow::sources), all(Workflow::operators), all(Workflow::channels), all(Workflow::sinks));
    }

    /** Whether a worker may serve several operators; the same for all. */
    public WorkerSharing sharing() {
        return workflows.get(0).objective().sharing();
    }

    /** How much of a worker's time may be planned; the same for all. */
    public double maxUtilisation() {
        return workflows.get(0).objective().maxUtilisation();
    }

    private <T> List<T> all(Function<Workflow, List<T>> parts) {
        return workflows.stream()
                .flatMap(each -> parts.apply(each.workflow()).stream())
                .toList();
    }
}
