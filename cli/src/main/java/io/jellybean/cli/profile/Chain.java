package io.jellybean.cli.profile;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.operators.inference.Networks;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
        return operator(kind)
                .map(operator -> operator.variants().get(operator.variants().size() - 1));
    }

    /** The words that the answerers know, in alphabetical order; empty in a workflow that answers no questions. */
    public List<String> questionWords(Networks networks) {
        TreeSet<String> words = new TreeSet<>();
        operator(OperatorKind.ANSWER).map(Operator::variants).orElse(List.of()).forEach(variant -> {
            if (networks.manifest(variant) instanceof AnswerModel model) {
                words.addAll(model.words().known());
            }
        });
        return List.copyOf(words);
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
