package io.jellybean.planner.check;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A problem and a plan for it, with what both together say. */
record PlannedProblem(
        PlanningProblem problem, Plan plan, Map<String, Worker> workerById, Map<String, Double> rateByNode) {

    static PlannedProblem of(PlanningProblem problem, Plan plan) {
        Map<String, Worker> workerById =
                problem.workers().stream().collect(Collectors.toMap(Worker::id, Function.identity()));
        Map<String, Double> rateByNode = new TreeMap<>();
        problem.sources().forEach(source -> rateByNode.put(source.id(), source.ratePerSecond()));
        for (ProblemOperator operator : problem.operatorsInOrder()) {
            double rate = channelsInto(problem, operator.id()).stream()
                    .mapToDouble(channel -> rateByNode.getOrDefault(channel.from(), Double.NaN)
                            * channel.ratio(plan.variantByOperator().get(channel.from()), variant(plan, operator.id())))
                    .min()
                    .orElse(Double.NaN);
            rateByNode.put(operator.id(), rate);
        }
        return new PlannedProblem(problem, plan, workerById, rateByNode);
    }

    /** T of a source or operator, requests per second. */
    double rate(String node) {
        return rateByNode.getOrDefault(node, Double.NaN);
    }

    List<ProblemChannel> channelsInto(String operator) {
        return channelsInto(problem, operator);
    }

    double messageKb(ProblemChannel channel) {
        return channel.messageKb(plan.variantByOperator().get(channel.from()), variant(plan, channel.to()));
    }

    Optional<Worker> worker(String id) {
        return Optional.ofNullable(workerById.get(id));
    }

    GroupId group(Worker worker) {
        return new GroupId(problem.tierName(worker.tier()), worker.type());
    }

    /** How long one batch of a placement takes; empty if it cannot run there. */
    Optional<ServiceMillis> service(Placement placement) {
        return problem.serviceTime(
                placement.operator(),
                variant(plan, placement.operator()),
                placement.group().type(),
                placement.batchSize());
    }

    /** Slots that one request per second of a placement keeps busy. */
    double busySlotsPerRequest(Placement placement) {
        return service(placement).map(row -> row.ms() / row.batch() / 1000.0).orElse(Double.NaN);
    }

    private static List<ProblemChannel> channelsInto(PlanningProblem problem, String operator) {
        return problem.channels().stream()
                .filter(channel -> channel.to().equals(operator))
                .toList();
    }

    private static String variant(Plan plan, String operator) {
        String variant = plan.variantByOperator().get(operator);
        if (variant == null) {
            throw new IllegalArgumentException("the plan gives no variant of operator " + operator);
        }
        return variant;
    }
}
