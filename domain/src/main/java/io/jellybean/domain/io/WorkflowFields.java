package io.jellybean.domain.io;

import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of a workflow, in its own file and inside a plan. */
final class WorkflowFields {

    private WorkflowFields() {}

    /** Reads the fields; the caller still has to end the object. */
    static Supplier<Workflow> read(FieldReader fields) {
        String id = fields.text("id");
        List<Source> sources = fields.objects("sources", WorkflowFields::source);
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
                                .put("tier", source.tier()))
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
                        sink -> new JsonObject().put("from", sink.from()).put("topic", sink.topic()));
    }

    private static Optional<Source> source(FieldReader fields) {
        String id = fields.text("id");
        String topic = fields.text("topic");
        String tier = fields.text("tier");
        return fields.build(() -> new Source(id, topic, tier));
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
        return fields.build(() -> new Sink(from, topic));
    }
}
