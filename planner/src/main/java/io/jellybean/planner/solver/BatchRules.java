package io.jellybean.planner.solver;

import com.google.ortools.linearsolver.MPVariable;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.ProblemOperator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One batch size b per operator v and worker group g, and only batches that fill in time. Adds nothing where no service
 * time has a batch.
 */
final class BatchRules {

    private record Key(String operator, GroupId group, int batch) {}

    private final Instance instance;
    private final LinearModel model;
    private final PlacementVariables variables;
    private final Map<Key, MPVariable> chosenBatch = new LinkedHashMap<>();

    BatchRules(Instance instance, LinearModel model, PlacementVariables variables) {
        this.instance = instance;
        this.model = model;
        this.variables = variables;
    }

    void addTo() {
        for (ProblemOperator operator : instance.problem().operators()) {
            List<Option> options = instance.optionsOf(operator.id());
            if (options.stream().anyMatch(option -> option.batch() > 1)) {
                options.stream().map(option -> option.kind().group()).distinct().forEach(group -> {
                    chooseAtMostOneBatchSize(operator.id(), group);
                    fillBatchesInTime(operator.id(), group);
                });
            }
        }
    }

    /** How long a batch of v on that kind takes with the wait for its filling, ms; one number or a choice. */
    Expression serviceMs(String operator, GroupId group) {
        Expression sum = new Expression();
        for (Option option : oneOptionPerBatch(operator, group)) {
            MPVariable chosen = chosenBatch.get(new Key(operator, group, option.batch()));
            if (chosen != null) {
                sum.plus(serviceMs(option), chosen);
            }
        }
        return sum;
    }

    /** As {@link #serviceMs(String, GroupId)} where there is no choice; 0 where there is one. */
    double fixedServiceMs(String operator, GroupId group) {
        return oneOptionPerBatch(operator, group).stream()
                .filter(option -> !chosenBatch.containsKey(new Key(operator, group, option.batch())))
                .mapToDouble(this::serviceMs)
                .findFirst()
                .orElse(0);
    }

    /** The longest that it may take. */
    double greatestServiceMs(String operator, GroupId group) {
        return oneOptionPerBatch(operator, group).stream()
                .mapToDouble(this::serviceMs)
                .max()
                .orElse(0);
    }

    /** For every v and g: sum over b of chosen[v, g, b] <= 1, and load[o] <= chosen[v, g, b of o]. */
    private void chooseAtMostOneBatchSize(String operator, GroupId group) {
        Expression choices = new Expression();
        for (Option option : optionsOn(operator, group)) {
            Key key = new Key(operator, group, option.batch());
            MPVariable chosen = chosenBatch.computeIfAbsent(key, any -> model.whole(0, 1, "batch"));
            model.atMost(new Expression().plus(1, variables.load(option)).plus(-1, chosen), 0);
        }
        oneOptionPerBatch(operator, group).forEach(option -> choices.plus(1, chosen(operator, group, option.batch())));
        model.atMost(choices, 1);
    }

    /**
     * For every v, g and b > 1: T * load of v on g * batchWaitMs >= (b - 1) * 1000 * slots of the workers there, unless
     * chosen[v, g, b] = 0.
     */
    private void fillBatchesInTime(String operator, GroupId group) {
        List<Option> options = optionsOn(operator, group);
        for (Option oneOfSize : oneOptionPerBatch(operator, group)) {
            if (oneOfSize.batch() > 1) {
                double perSlot = (oneOfSize.batch() - 1) * 1000.0;
                double arriving =
                        instance.rate(operator) * instance.problem().policy().batchWaitMs() / perSlot;
                double mostSlots = 0;
                Expression spare = new Expression();
                for (WorkerKind kind :
                        options.stream().map(Option::kind).distinct().toList()) {
                    spare.plus(-kind.slots(), variables.workers(operator, kind));
                    mostSlots += (double) kind.slots() * kind.count();
                }
                for (Option option : options) {
                    spare.plus(arriving, variables.load(option));
                }
                spare.plus(-mostSlots, chosen(operator, group, oneOfSize.batch()));
                model.atLeast(spare, -mostSlots);
            }
        }
    }

    private MPVariable chosen(String operator, GroupId group, int batch) {
        MPVariable chosen = chosenBatch.get(new Key(operator, group, batch));
        if (chosen == null) {
            throw new IllegalArgumentException("no batch of %d of %s on %s".formatted(batch, operator, group));
        }
        return chosen;
    }

    private double serviceMs(Option option) {
        return option.ms() + (option.batch() > 1 ? instance.problem().policy().batchWaitMs() : 0);
    }

    private List<Option> optionsOn(String operator, GroupId group) {
        return instance.optionsOf(operator).stream()
                .filter(option -> option.kind().group().equals(group))
                .toList();
    }

    /** The service time depends on the type of the workers, not on their price or slots. */
    private List<Option> oneOptionPerBatch(String operator, GroupId group) {
        Map<Integer, Option> byBatch = new LinkedHashMap<>();
        optionsOn(operator, group).forEach(option -> byBatch.putIfAbsent(option.batch(), option));
        return List.copyOf(byBatch.values());
    }
}
