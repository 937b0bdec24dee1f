package io.jellybean.cli.profile;

import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** A workflow whose operators are all of different kinds, so that each can be named by its kind. */
public record Chain(Workflow workflow) {
    public Chain {
        List<OperatorKind> kinds =
                workflow.operators().stream().map(Operator::kind).toList();
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw new IllegalArgumentException(
                    "workflow %s: at most one operator of each kind can be measured, but there are %s"
                            .formatted(workflow.id(), kinds));
        }
    }

    /** The operator of a kind. */
    public Optional<Operator> operator(OperatorKind kind) {
        return workflow.operators().stream()
                .filter(operator -> operator.kind() == kind)
                .findFirst();
    }

    /** The most accurate variant, as workflows list it, of the operator of a kind: the last one. */
    public Optional<String> lastVariant(OperatorKind kind) {
        return operator(kind).map(operator -> operator.variants().get(operator.variants().size() - 1));
    }

    /**
     * The last variant of an operator that another one cannot do without.
     *
     * @throws IllegalArgumentException if the workflow has none
     */
    String required(OperatorKind kind, Operator by) {
        return lastVariant(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "workflow %s: operator %s, which is of kind %s, needs an operator of kind %s before it"
                                .formatted(workflow.id(), by.id(), by.kind(), kind)));
    }
}
