package io.jellybean.domain.io;

import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Delivery;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.SourcePolicy;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of a workflow, in its own file and inside a plan. */
final class WorkflowFields {

    private WorkflowFields() {}

    /**
     * Reads the fields; the caller still has to end the object.
     *
     * @param defaultMaxAge of a live source that does not say
     */
    static Supplier<Workflow> read(FieldReader fields, Duration defaultMaxAge) {
        String id = fields.text("id");
        List<Source> sources = fields.objects("sources", source -> source(source, defaultMaxAge));
        List<Operator> operators = fields.objects("operators", WorkflowFields::operator);
        List<Channel> channels = fields.objects("channels", WorkflowFields::channel);
        List<Sink> sinks = fields.objects("sinks", WorkflowFields::sink);
        return () -> new Workflow(id, sources, operators, channels, sinks);
    }

    static JsonObject write(Workflow workflow) {
        return new JsonObject()
                .put("id", workflow.id())
                .putAll(
                        "sources",
                        workflow.sources(),
                        source -> new JsonObject()
                                .put("id", source.id())
                                .put("topic", source.topic())
                                .put("tier", source.tier())
                                .put("policy", source.policy())
                                .put("maxAgeMs", source.maxAge() == null ? null : Units.msOf(source.maxAge())))
                .putAll(
                        "operators",
                        workflow.operators(),
                        operator -> new JsonObject()
                                .put("id", operator.id())
                                .put("kind", operator.kind())
                                .put("variants", operator.variants())
                                .put("stateful", operator.stateful())
                                .put("maxSlots", operator.maxSlots()))
                .putAll(
                        "channels",
                        workflow.channels(),
                        channel -> new JsonObject().put("from", channel.from()).put("to", channel.to()))
                .putAll(
                        "sinks",
                        workflow.sinks(),
                        sink -> new JsonObject()
                                .put("from", sink.from())
                                .put("topic", sink.topic())
                                .put("delivery", sink.delivery()));
    }

    private static Optional<Source> source(FieldReader fields, Duration defaultMaxAge) {
        String id = fields.text("id");
        String topic = fields.text("topic");
        String tier = fields.text("tier");
        SourcePolicy policy = fields.oneOf("policy", SourcePolicy.class, SourcePolicy.COMPLETE);
        Double maxAgeMs = fields.optionalNumber("maxAgeMs", Range.POSITIVE);
        if (policy == SourcePolicy.COMPLETE && maxAgeMs != null) {
            fields.wrong("maxAgeMs", "has no meaning without \"policy: live\". Maybe add that, or leave maxAgeMs out");
        }
        Duration maxAge = maxAgeMs == null ? defaultMaxAge : Units.durationOfMs(maxAgeMs);
        return fields.build(() -> new Source(id, topic, tier, policy == SourcePolicy.LIVE ? maxAge : null));
    }

    private static Optional<Operator> operator(FieldReader fields) {
        String id = fields.text("id");
        OperatorKind kind = fields.oneOf("kind", OperatorKind.class);
        List<String> variants = fields.has("variants") ? fields.texts("variants") : List.of(Operator.WITHOUT_MODEL);
        boolean stateful = fields.flag("stateful", false);
        Integer maxSlots = fields.has("maxSlots") ? (Integer) (int) fields.whole("maxSlots", 1, 1_000_000) : null;
        return fields.build(() -> new Operator(id, kind, variants, stateful, maxSlots));
    }

    private static Optional<Channel> channel(FieldReader fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        return fields.build(() -> new Channel(from, to));
    }

    private static Optional<Sink> sink(FieldReader fields) {
        String from = fields.text("from");
        String topic = fields.text("topic");
        Delivery delivery = fields.oneOf("delivery", Delivery.class, Sink.DEFAULT_DELIVERY);
        return fields.build(() -> new Sink(from, topic, delivery));
    }
}
