package io.jellybean.planner;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.AccuracyTarget;
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
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Problems of three worker types a tier, as large as is asked for, from seeds. */
public final class LargeProblems {

    private static final List<String> TIERS = List.of("edge", "hub", "metro", "cloud", "region", "continent");
    private static final int TYPES_PER_TIER = 3;
    private static final int VARIANTS = 5;

    private final Random random;
    private final List<String> tiers;
    private final List<ServiceMillis> serviceTimes = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Double> speeds = new ArrayList<>();

    private LargeProblems(long seed, int tiers) {
        random = new Random(seed);
        this.tiers = TIERS.subList(0, tiers);
    }

    /**
     * A problem.
     *
     * @param tiers one to six
     * @param workers in all, in equal shares of each type, at least one of each
     * @param operators in a tree from one source
     * @param choices how many of the operators have five variants
     * @param listed how many of the combinations the accuracy table lists, drawn at random
     */
    public static PlanningProblem of(long seed, int tiers, int workers, int operators, int choices, int listed) {
        return new LargeProblems(seed, tiers).problem(workers, operators, choices, listed);
    }

    private PlanningProblem problem(int workerCount, int operatorCount, int choices, int listed) {
        addWorkers(workerCount);
        List<ProblemOperator> operators = new ArrayList<>();
        for (int i = 0; i < operatorCount; i++) {
            List<String> variants = new ArrayList<>();
            for (int v = 0; v < (i < choices ? VARIANTS : 1); v++) {
                variants.add("v" + v);
            }
            operators.add(new ProblemOperator("op" + i, variants, false, null));
            addServiceTimes("op" + i, variants);
        }
        return new PlanningProblem(
                "%d workers, %d operators, %d combinations".formatted(workerCount, operatorCount, listed),
                "",
                tiers(),
                links(),
                workers,
                List.of(new RequestSource("source", 0, workerCount / 3.0)),
                operators,
                channels(operatorCount),
                serviceTimes,
                List.of(accuracy(operators.subList(0, choices), listed)),
                new Policy(WorkerSharing.EXCLUSIVE, 0.8, 0),
                List.of(),
                List.of());
    }

    private void addWorkers(int count) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            for (int type = 0; type < TYPES_PER_TIER; type++) {
                double speed = between(0.5, 1.5) * (1 + 1.5 * tier) * (1 + type);
                double price = 0.05 * speed * between(0.8, 1.3) * (1 + 0.25 * tier);
                speeds.add(speed);
                for (int i = 0; i < count / (tiers.size() * TYPES_PER_TIER); i++) {
                    workers.add(new Worker("%d-%d-%d".formatted(tier, type, i), type(tier, type), tier, price, 1));
                }
            }
        }
    }

    private void addServiceTimes(String operator, List<String> variants) {
        double base = between(40, 160);
        for (int v = 0; v < variants.size(); v++) {
            for (int kind = 0; kind < speeds.size(); kind++) {
                int tier = kind / TYPES_PER_TIER;
                if (tier == tiers.size() - 1 || random.nextDouble() < 0.9) {
                    double ms = base * (1 + 0.6 * v) / speeds.get(kind) * between(0.7, 1.4);
                    serviceTimes.add(
                            new ServiceMillis(operator, variants.get(v), type(tier, kind % TYPES_PER_TIER), ms, 1));
                }
            }
        }
    }

    private List<ProblemChannel> channels(int operators) {
        List<ProblemChannel> channels = new ArrayList<>();
        channels.add(channel("source", "op0", 60));
        for (int i = 1; i < operators; i++) {
            int from = Math.max(0, i - 1 - random.nextInt(2));
            channels.add(channel("op" + from, "op" + i, between(1, 40)));
        }
        return channels;
    }

    private AccuracyTarget accuracy(List<ProblemOperator> choices, int listed) {
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
        List<List<String>> drawn = new ArrayList<>(combinations);
        Collections.shuffle(drawn, random);
        List<AccuracyTarget.Row> rows = drawn.stream()
                .limit(listed)
                .map(variants -> new AccuracyTarget.Row(variants, value(variants)))
                .toList();
        double target = rows.stream()
                .map(AccuracyTarget.Row::value)
                .sorted()
                .skip(2L * rows.size() / 5)
                .findFirst()
                .orElseThrow();
        return new AccuracyTarget(
                target, choices.stream().map(ProblemOperator::id).toList(), rows);
    }

    /** Larger variants are better, with less and less gain. */
    private double value(List<String> variants) {
        double mean = variants.stream()
                .mapToDouble(variant -> 1 - 0.5 / (1 + Integer.parseInt(variant.substring(1))))
                .average()
                .orElse(1);
        return 60 + 40 * mean * between(0.97, 1);
    }

    private List<TierLink> links() {
        List<TierLink> links = new ArrayList<>();
        for (int from = 0; from < tiers.size(); from++) {
            for (int to = from + 1; to < tiers.size(); to++) {
                links.add(new TierLink(from, to, 0.02 * (to - from) * between(0.5, 1.5), null, null));
            }
        }
        return links;
    }

    private List<Tier> tiers() {
        List<Tier> all = new ArrayList<>();
        for (int index = 0; index < tiers.size(); index++) {
            all.add(new Tier(index, tiers.get(index)));
        }
        return all;
    }

    private static ProblemChannel channel(String from, String to, double kb) {
        return new ProblemChannel(
                from,
                to,
                new VariantRules(List.of(new VariantRule(null, null, 1))),
                new VariantRules(List.of(new VariantRule(null, null, kb))));
    }

    private String type(int tier, int type) {
        return "%s-%d".formatted(tiers.get(tier), type);
    }

    private double between(double least, double greatest) {
        return least + (greatest - least) * random.nextDouble();
    }
}
