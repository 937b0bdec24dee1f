package io.jellybean.domain.io;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.OperatorAccuracy;
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
import java.util.List;
import java.util.Optional;

/** Reads the fields of a planning problem. */
final class ProblemReader {

    private static final int MOST_TIERS = 1000;

    private ProblemReader() {}

    static Optional<PlanningProblem> problem(FieldReader fields) {
        Formats.require(fields, ProblemFile.FORMAT);
        String name = fields.text("name", "unnamed");
        String description = fields.text("description", "");
        List<Tier> tiers = fields.objects("tiers", ProblemReader::tier);
        List<TierLink> links = fields.optionalObjects("links", ProblemReader::link);
        List<Worker> workers = fields.objects("workers", ProblemReader::worker);
        List<RequestSource> sources = fields.objects("sources", ProblemReader::source);
        List<ProblemOperator> operators = fields.objects("operators", ProblemReader::operator);
        List<ProblemChannel> channels = fields.objects("edges", ProblemReader::channel);
        List<ServiceMillis> serviceTimes = fields.objects("latencyMs", ProblemReader::serviceMillis);
        List<AccuracyTarget> accuracies = fields.oneOrMany("accuracy", ProblemReader::accuracy);
        List<LatencyLimit> limits = fields.oneOrMany("slo", ProblemReader::latencyLimit);
        Optional<Policy> policy =
                fields.has("policy") ? fields.object("policy", ProblemReader::policy) : Optional.of(Policy.DEFAULT);
        Optional<List<OperatorAccuracy>> operatorAccuracies = fields.has("perOperatorAccuracy")
                ? fields.object("perOperatorAccuracy", ProblemReader::operatorAccuracies)
                : Optional.of(List.of());
        return fields.build(() -> new PlanningProblem(
                name,
                description,
                tiers,
                links,
                workers,
                sources,
                operators,
                channels,
                serviceTimes,
                accuracies,
                policy.orElseThrow(),
                limits,
                operatorAccuracies.orElseThrow()));
    }

    private static Optional<Tier> tier(FieldReader fields) {
        int index = tierIndex(fields, "index");
        String name = fields.text("name");
        return fields.build(() -> new Tier(index, name));
    }

    private static Optional<TierLink> link(FieldReader fields) {
        int from = tierIndex(fields, "fromTier");
        int to = tierIndex(fields, "toTier");
        double usdPerGb = fields.number("usdPerGb", Range.NOT_NEGATIVE);
        Double mbps = fields.optionalNumber("mbps", Range.POSITIVE);
        Double rttMs = fields.optionalNumber("rttMs", Range.NOT_NEGATIVE);
        return fields.build(() -> new TierLink(from, to, usdPerGb, mbps, rttMs));
    }

    private static Optional<Worker> worker(FieldReader fields) {
        String id = fields.text("id");
        String type = fields.text("type");
        int tier = tierIndex(fields, "tier");
        double usdPerHour = fields.number("usdPerHour", Range.NOT_NEGATIVE);
        int slots = (int) fields.whole("slots", 1, 10_000, 1);
        return fields.build(() -> new Worker(id, type, tier, usdPerHour, slots));
    }

    private static Optional<RequestSource> source(FieldReader fields) {
        String id = fields.text("id");
        int tier = tierIndex(fields, "tier");
        double ratePerSecond = fields.number("ratePerSecond", Range.POSITIVE);
        return fields.build(() -> new RequestSource(id, tier, ratePerSecond));
    }

    private static Optional<ProblemOperator> operator(FieldReader fields) {
        String id = fields.text("id");
        List<String> variants = fields.texts("variants");
        boolean stateful = fields.flag("stateful", false);
        Integer maxSlots = fields.has("maxSlots") ? (Integer) (int) fields.whole("maxSlots", 1, 1_000_000) : null;
        return fields.build(() -> new ProblemOperator(id, variants, stateful, maxSlots));
    }

    private static Optional<ProblemChannel> channel(FieldReader fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        List<VariantRule> ratio = fields.objects("ratio", ProblemReader::rule);
        List<VariantRule> messageKb = fields.objects("messageKb", ProblemReader::rule);
        return fields.build(() -> new ProblemChannel(from, to, new VariantRules(ratio), new VariantRules(messageKb)));
    }

    private static Optional<VariantRule> rule(FieldReader fields) {
        String fromVariant = fields.optionalText("fromVariant");
        String toVariant = fields.optionalText("toVariant");
        double value = fields.number("value", Range.NOT_NEGATIVE);
        return fields.build(() -> new VariantRule(fromVariant, toVariant, value));
    }

    private static Optional<ServiceMillis> serviceMillis(FieldReader fields) {
        String operator = fields.text("operator");
        String variant = fields.text("variant");
        String workerType = fields.text("workerType");
        double ms = fields.number("ms", Range.POSITIVE);
        int batch = (int) fields.whole("batch", 1, 1_000_000, 1);
        return fields.build(() -> new ServiceMillis(operator, variant, workerType, ms, batch));
    }

    private static Optional<AccuracyTarget> accuracy(FieldReader fields) {
        String workflow = fields.optionalText("workflow");
        double target = fields.number("target", Range.ANY);
        List<String> operators = fields.texts("operators");
        List<AccuracyTarget.Row> table = fields.objects("table", row -> {
            List<String> variants = row.texts("variants");
            double value = row.number("value", Range.ANY);
            return row.build(() -> new AccuracyTarget.Row(variants, value));
        });
        return fields.build(() -> new AccuracyTarget(workflow, target, operators, table));
    }

    private static Optional<Policy> policy(FieldReader fields) {
        WorkerSharing sharing = fields.oneOf("workerSharing", WorkerSharing.class, Policy.DEFAULT.workerSharing());
        double maxUtilisation =
                fields.number("maxUtilisation", Range.POSITIVE_FRACTION, Policy.DEFAULT.maxUtilisation());
        double batchWaitMs = fields.number("batchWaitMs", Range.NOT_NEGATIVE, Policy.DEFAULT.batchWaitMs());
        return fields.build(() -> new Policy(sharing, maxUtilisation, batchWaitMs));
    }

    private static Optional<LatencyLimit> latencyLimit(FieldReader fields) {
        String sink = fields.optionalText("sink");
        double maxLatencyMs = fields.number("maxLatencyMs", Range.POSITIVE);
        return fields.build(() -> new LatencyLimit(sink, maxLatencyMs));
    }

    private static Optional<List<OperatorAccuracy>> operatorAccuracies(FieldReader fields) {
        fields.has("sink"); // the operator that feeds no other
        List<OperatorAccuracy> profiles = fields.objects("profiles", profile -> {
            String operator = profile.text("operator");
            List<String> inputs = profile.texts("inputs");
            double weight = profile.number("weight", Range.NOT_NEGATIVE, 1);
            List<OperatorAccuracy.Variant> variants = profile.objects("variants", ProblemReader::operatorVariant);
            return profile.build(() -> new OperatorAccuracy(operator, inputs, weight, variants));
        });
        return fields.build(() -> profiles);
    }

    private static Optional<OperatorAccuracy.Variant> operatorVariant(FieldReader fields) {
        String variant = fields.text("variant");
        double cost = fields.number("cost", Range.NOT_NEGATIVE);
        List<OperatorAccuracy.Sample> samples = fields.objects("samples", sample -> {
            List<Double> inputs = sample.numbers("inputs", Range.ANY);
            double output = sample.number("output", Range.ANY);
            return sample.build(() -> new OperatorAccuracy.Sample(inputs, output));
        });
        return fields.build(() -> new OperatorAccuracy.Variant(variant, cost, samples));
    }

    private static int tierIndex(FieldReader fields, String key) {
        return (int) fields.whole(key, 0, MOST_TIERS);
    }
}
