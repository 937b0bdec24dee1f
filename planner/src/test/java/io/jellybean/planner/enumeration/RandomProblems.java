package io.jellybean.planner.enumeration;

import io.jellybean.domain.objective.WorkerSharing;
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
import io.jellybean.domain.problem.VariantRule;
import io.jellybean.domain.problem.VariantRules;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small problems from seeds; each feature of the format stands in a fair share of them. */
final class RandomProblems {

    private final Random random;
    private final int tiers;
    private final boolean batches;
    private final List<ProblemOperator> operators = new ArrayList<>();
    private final List<RequestSource> sources = new ArrayList<>();
    private final List<ProblemChannel> channels = new ArrayList<>();

    private RandomProblems(long seed) {
        random = new Random(31 * seed + 17);
        tiers = 2 + random.nextInt(2);
        batches = chance(0.25);
    }

    static PlanningProblem of(long seed) {
        return new RandomProblems(seed).problem("random-" + seed);
    }

    private PlanningProblem problem(String name) {
        addWorkflow("a", batches ? 2 : 2 + random.nextInt(2));
        if (!batches && chance(0.2)) {
            addWorkflow("b", 1);
        }
        List<Worker> workers = workers();
        return new PlanningProblem(
                name,
                "",
                IntStream.range(0, tiers)
                        .mapToObj(index -> new Tier(index, "tier" + index))
                        .toList(),
                links(),
                workers,
                sources,
                operators,
                channels,
                serviceTimes(workers),
                accuracies(),
                new Policy(
                        chance(0.5) ? WorkerSharing.SHARED : WorkerSharing.EXCLUSIVE,
                        chance(0.5) ? 1 : between(0.6, 0.95),
                        batches ? between(5, 60) : 0),
                latencyLimits(),
                List.of());
    }

    /** A chain, or a join of two operators that have a source each. */
    private void addWorkflow(String prefix, int size) {
        boolean join = size == 3 && chance(0.4);
        for (int i = 0; i < size; i++) {
            List<String> variants = chance(0.5) ? List.of("s") : List.of("s", "l");
            Integer maxSlots = chance(0.15) ? (Integer) (1 + random.nextInt(2)) : null;
            operators.add(new ProblemOperator(prefix + i, variants, chance(0.2), maxSlots));
        }
        addSource(prefix + "0");
        if (join) {
            addSource(prefix + "1");
            addChannel(prefix + "0", prefix + "2");
            addChannel(prefix + "1", prefix + "2");
        } else {
            for (int i = 1; i < size; i++) {
                addChannel(prefix + (i - 1), prefix + i);
            }
        }
    }

    private void addSource(String operator) {
        String id = "source-of-" + operator;
        sources.add(new RequestSource(id, chance(0.15) ? 1 : 0, between(5, 40)));
        addChannel(id, operator);
    }

    private void addChannel(String from, String to) {
        List<VariantRule> ratio = new ArrayList<>(List.of(new VariantRule(null, null, between(0.5, 1.5))));
        List<VariantRule> messageKb = new ArrayList<>(List.of(new VariantRule(null, null, between(1, 80))));
        if (chance(0.3)) {
            ratio.add(new VariantRule(null, "s", between(0.5, 1.5)));
        }
        if (chance(0.3)) {
            messageKb.add(new VariantRule(null, "s", between(1, 80)));
        }
        channels.add(new ProblemChannel(from, to, new VariantRules(ratio), new VariantRules(messageKb)));
    }

    private List<TierLink> links() {
        List<TierLink> links = new ArrayList<>();
        for (int from = 0; from < tiers; from++) {
            for (int to = 0; to < tiers; to++) {
                boolean forward = from < to;
                if (from != to && chance(forward ? 0.95 : 0.3)) {
                    links.add(new TierLink(
                            from,
                            to,
                            between(0, 0.4),
                            chance(0.35) ? (Double) between(2, 30) : null,
                            chance(0.5) ? (Double) between(1, 40) : null));
                }
            }
        }
        return links;
    }

    private List<Worker> workers() {
        List<Worker> workers = new ArrayList<>();
        for (int tier = 0; tier < tiers; tier++) {
            int types = tiers == 2 && chance(0.5) ? 2 : 1;
            for (int type = 0; type < types; type++) {
                double price = between(0.1, 1) * (1 + tier);
                int slots = chance(0.3) ? 2 : 1;
                int count = 1 + random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    // Workers of one tier and type may have different prices.
                    double usdPerHour = i == 2 && chance(0.5) ? price * 0.9 : price;
                    workers.add(new Worker(
                            "w%d%d%d".formatted(tier, type, i),
                            "type%d%d".formatted(tier, type),
                            tier,
                            usdPerHour,
                            slots));
                }
            }
        }
        return workers;
    }

    private List<ServiceMillis> serviceTimes(List<Worker> workers) {
        List<ServiceMillis> rows = new ArrayList<>();
        for (ProblemOperator operator : operators) {
            for (String variant : operator.variants()) {
                for (String type : workers.stream().map(Worker::type).distinct().toList()) {
                    if (chance(0.9)) {
                        double ms = between(8, 60) * (variant.equals("l") ? 1.6 : 1);
                        rows.add(new ServiceMillis(operator.id(), variant, type, ms, 1));
                        if (batches) {
                            rows.add(new ServiceMillis(operator.id(), variant, type, ms * between(1.1, 1.9), 2));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** One per workflow, over its operators with a choice; some combinations are not listed. */
    private List<AccuracyTarget> accuracies() {
        List<AccuracyTarget> accuracies = new ArrayList<>();
        for (String workflow : List.of("a", "b")) {
            List<ProblemOperator> choices = operators.stream()
                    .filter(operator -> operator.id().startsWith(workflow)
                            && operator.variants().size() > 1)
                    .toList();
            if (operators.stream().anyMatch(operator -> operator.id().startsWith(workflow))) {
                List<List<String>> combinations = List.of(List.of());
                for (ProblemOperator choice : choices) {
                    combinations = combinations.stream()
                            .flatMap(begun -> choice.variants().stream().map(variant -> {
                                List<String> longer = new ArrayList<>(begun);
                                longer.add(variant);
                                return longer;
                            }))
                            .toList();
                }
                accuracies.add(new AccuracyTarget(
                        between(0.5, 0.7),
                        choices.stream().map(ProblemOperator::id).toList(),
                        combinations.stream()
                                .filter(combination -> choices.isEmpty() || chance(0.9))
                                .map(combination -> new AccuracyTarget.Row(combination, between(0.55, 0.95)))
                                .toList()));
            }
        }
        return accuracies;
    }

    private List<LatencyLimit> latencyLimits() {
        if (!chance(0.35)) {
            return List.of();
        }
        String sink = chance(0.5) ? null : operators.get(operators.size() - 1).id();
        return List.of(new LatencyLimit(sink, between(60, 220)));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double between(double least, double greatest) {
        return least + (greatest - least) * random.nextDouble();
    }
}
