package io.jellybean.domain.objective;

import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What workflows cannot both have if they are to be served as one; finds all of it, not only the first. */
record Clashes(List<WorkflowAndObjective> workflows) {

    List<String> all() {
        List<String> clashes = new ArrayList<>(sameWorkflow());
        if (clashes.isEmpty()) {
            clashes.addAll(sameNode());
            clashes.addAll(sameTopicWritten());
        }
        clashes.addAll(otherSharing());
        clashes.addAll(otherUtilisation());
        return clashes;
    }

    private List<String> sameWorkflow() {
        Map<String, Long> countById = workflows.stream()
                .collect(
                        Collectors.groupingBy(each -> each.workflow().id(), LinkedHashMap::new, Collectors.counting()));
        return countById.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> "workflow %s is given %d times. Maybe give another \"id\" to one of them"
                        .formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<String> sameNode() {
        return shared(workflow -> Stream.concat(
                        workflow.sources().stream().map(Source::id),
                        workflow.operators().stream().map(Operator::id)))
                .entrySet()
                .stream()
                .map(entry ->
                        "workflows %s both have a source or operator \"%s\". Maybe call it otherwise in one of them, and in its profile"
                                .formatted(entry.getValue(), entry.getKey()))
                .toList();
    }

    private List<String> sameTopicWritten() {
        return shared(workflow -> workflow.sinks().stream().map(Sink::topic).distinct()).entrySet().stream()
                .map(entry ->
                        "workflows %s both write to topic \"%s\". Maybe name another under \"sinks\" of one of them"
                                .formatted(entry.getValue(), entry.getKey()))
                .toList();
    }

    private List<String> otherSharing() {
        return differs("sharing", each -> each.sharing().name().toLowerCase(Locale.ROOT));
    }

    private List<String> otherUtilisation() {
        return differs("maxUtilisation", each -> String.valueOf(each.maxUtilisation()));
    }

    /** The names that several workflows have, each with those workflows. */
    private Map<String, String> shared(Function<Workflow, Stream<String>> names) {
        Map<String, Set<String>> workflowsByName = new LinkedHashMap<>();
        workflows.stream()
                .map(WorkflowAndObjective::workflow)
                .forEach(workflow -> names.apply(workflow)
                        .forEach(name -> workflowsByName
                                .computeIfAbsent(name, unseen -> new LinkedHashSet<>())
                                .add(workflow.id())));
        Map<String, String> shared = new LinkedHashMap<>();
        workflowsByName.forEach((name, ids) -> {
            if (ids.size() > 1) {
                shared.put(name, String.join(" and ", ids));
            }
        });
        return shared;
    }

    private List<String> differs(String field, Function<Objective, String> value) {
        Map<String, String> workflowByValue = new LinkedHashMap<>();
        workflows.forEach(each -> workflowByValue.putIfAbsent(
                value.apply(each.objective()), each.workflow().id()));
        if (workflowByValue.size() < 2) {
            return List.of();
        }
        String values = workflowByValue.entrySet().stream()
                .map(entry -> "%s in workflow %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" but "));
        return List.of(
                "%s is %s; workers are planned for all workflows together, so it must be the same. Maybe change it under \"objective\" of one of them"
                        .formatted(field, values));
    }
}
