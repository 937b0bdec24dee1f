package io.jellybean.cli.demo;

import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.spec.JobRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What workflows must be for the demo to serve them as one and to compare them with the truth; finds all that is broken. */
record DemoRules(List<WorkflowAndObjective> wanted) {

    /** The kinds whose results are compared with the truth request by request: one of them makes a workflow worth playing. */
    private static final Set<OperatorKind> COMPARED = EnumSet.of(OperatorKind.TRACK, OperatorKind.ANSWER);

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (WorkflowAndObjective each : wanted) {
            broken.addAll(JobRules.broken(each.workflow()));
            broken.addAll(canBeCompared(each.workflow()));
        }
        broken.addAll(WorkflowsTogether.clashes(wanted));
        COMPARED.forEach(kind -> broken.addAll(standsOnce(kind)));
        return broken;
    }

    private static List<String> canBeCompared(Workflow workflow) {
        return COMPARED.stream().anyMatch(kind -> writes(workflow, kind))
                ? List.of()
                : List.of(
                        "workflow %s cannot be compared with the truth: the demo knows what tracks and answers should be, but no sink takes the results of an operator of kind track or answer. Maybe add one under \"sinks\", or leave the workflow out."
                                .formatted(workflow.id()));
    }

    private List<String> standsOnce(OperatorKind kind) {
        List<String> operators = wanted.stream()
                .flatMap(each -> each.workflow().operators().stream())
                .filter(operator -> operator.kind() == kind)
                .map(Operator::id)
                .toList();
        return operators.size() < 2
                ? List.of()
                : List.of(
                        "the demo plays one street and one row of questions, but operators %s are all of the kind %s. Maybe leave all but one out."
                                .formatted(
                                        String.join(", ", operators),
                                        kind.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean writes(Workflow workflow, OperatorKind kind) {
        return workflow.sinks().stream()
                .anyMatch(sink -> workflow.operator(sink.from()).kind() == kind);
    }
}
