package io.jellybean.domain.io;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.OperatorAccuracy;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.VariantRule;
import io.jellybean.domain.problem.Worker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the fields of a planning problem. */
final class ProblemWriter {

    private ProblemWriter() {}

    static JsonObject problem(PlanningProblem problem) {
        JsonObject file = new JsonObject()
                .put("format", ProblemFile.FORMAT)
                .put("name", problem.name())
                .put("description", problem.description().isEmpty() ? null : problem.description())
                .putAll(
                        "tiers",
                        problem.tiers(),
                        tier -> new JsonObject().put("index", tier.index()).put("name", tier.name()))
                .putAll("links", problem.links(), ProblemWriter::link)
                .putAll("workers", problem.workers(), ProblemWriter::worker)
                .putAll(
                        "sources",
                        problem.sources(),
                        source -> new JsonObject()
                                .put("id", source.id())
                                .put("tier", source.tier())
                                .put("ratePerSecond", source.ratePerSecond()))
                .putAll("operators", problem.operators(), ProblemWriter::operator)
                .putAll(
                        "edges",
                        problem.channels(),
                        channel -> new JsonObject()
                                .put("from", channel.from())
                                .put("to", channel.to())
                                .put("ratio", rules(channel.ratio().rules()))
                                .put("messageKb", rules(channel.messageKb().rules())))
                .putAll("latencyMs", problem.serviceTimes(), ProblemWriter::serviceMillis)
                .putAll("accuracy", problem.accuracies(), ProblemWriter::accuracy)
                .put(
                        "policy",
                        new JsonObject()
                                .put("workerSharing", problem.policy().workerSharing())
                                .put("maxUtilisation", problem.policy().maxUtilisation())
                                .put("batchWaitMs", problem.policy().batchWaitMs()));
        if (!problem.latencyLimits().isEmpty()) {
            file.putAll("slo", problem.latencyLimits(), ProblemWriter::latencyLimit);
        }
        if (!problem.operatorAccuracies().isEmpty()) {
            file.put(
                    "perOperatorAccuracy",
                    new JsonObject().putAll("profiles", problem.operatorAccuracies(), ProblemWriter::operatorAccuracy));
        }
        return file;
    }

    private static JsonObject operatorAccuracy(OperatorAccuracy accuracy) {
        return new JsonObject()
                .put("operator", accuracy.operator())
                .put("inputs", accuracy.inputs())
                .put("weight", accuracy.weight())
                .putAll(
                        "variants",
                        accuracy.variants(),
                        variant -> new JsonObject()
                                .put("variant", variant.variant())
                                .put("cost", variant.cost())
                                .putAll(
                                        "samples",
                                        variant.samples(),
                                        sample -> new JsonObject()
                                                .put("inputs", sample.inputs())
                                                .put("output", sample.output())));
    }

    private static JsonObject link(TierLink link) {
        return new JsonObject()
                .put("fromTier", link.fromTier())
                .put("toTier", link.toTier())
                .put("usdPerGb", link.usdPerGb())
                .put("mbps", link.mbps())
                .put("rttMs", link.rttMs());
    }

    private static JsonObject worker(Worker worker) {
        return new JsonObject()
                .put("id", worker.id())
                .put("type", worker.type())
                .put("tier", worker.tier())
                .put("usdPerHour", worker.usdPerHour())
                .put("slots", worker.slots());
    }

    private static JsonObject operator(ProblemOperator operator) {
        return new JsonObject()
                .put("id", operator.id())
                .put("variants", operator.variants())
                .put("stateful", operator.stateful() ? (Boolean) true : null)
                .put("maxSlots", operator.maxSlots());
    }

    /** Plain maps, because null stands for "any" here and must be written. */
    private static List<Map<String, Object>> rules(List<VariantRule> rules) {
        return rules.stream()
                .map(rule -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("fromVariant", rule.fromVariant());
                    fields.put("toVariant", rule.toVariant());
                    fields.put("value", rule.value());
                    return fields;
                })
                .toList();
    }

    private static JsonObject serviceMillis(ServiceMillis row) {
        return new JsonObject()
                .put("operator", row.operator())
                .put("variant", row.variant())
                .put("workerType", row.workerType())
                .put("ms", row.ms())
                .put("batch", row.batch() == 1 ? null : (Integer) row.batch());
    }

    private static JsonObject accuracy(AccuracyTarget accuracy) {
        return new JsonObject()
                .put("workflow", accuracy.workflow())
                .put("target", accuracy.target())
                .put("operators", accuracy.operators())
                .putAll(
                        "table",
                        accuracy.table(),
                        row -> new JsonObject().put("variants", row.variants()).put("value", row.value()));
    }

    private static JsonObject latencyLimit(LatencyLimit limit) {
        return new JsonObject().put("sink", limit.sink()).put("maxLatencyMs", limit.maxLatencyMs());
    }
}
