package io.jellybean.domain.objective;

import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.Set;
import java.util.stream.Collectors;

/** A workflow with what is wanted of it; the objective gives a rate for every source and for nothing else. */
public record WorkflowAndObjective(Workflow workflow, Objective objective) {
    public WorkflowAndObjective {
        Set<String> sources = workflow.sources().stream().map(Source::id).collect(Collectors.toSet());
        Set<String> rated = objective.requestsPerSecondBySource().keySet();
        if (!rated.equals(sources)) {
            throw new IllegalArgumentException(
                    "objective: requestsPerSecond must give a rate for each source %s, but does for %s"
                            .formatted(sources, rated));
        }
    }
}
