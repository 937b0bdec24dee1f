package io.jellybean.domain.io;

import io.jellybean.domain.infrastructure.DerivedTiers;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.infrastructure.WorkerLink;
import io.jellybean.domain.model.ExecutionProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of an infrastructure, in its own file and inside a plan. */
final class InfrastructureFields {

    private InfrastructureFields() {}

    /** Reads the fields; the caller still has to end the object. Without tiers, they are derived from the links. */
    static Supplier<Infrastructure> read(FieldReader fields) {
        String id = fields.text("id");
        if (!fields.has("tiers")) {
            return withoutTiers(fields, id);
        }
        List<String> tiers = fields.texts("tiers");
        List<WorkerGroup> groups = fields.objects("workers", InfrastructureFields::group);
        List<Link> links = fields.optionalObjects("links", InfrastructureFields::link);
        List<IngestHost> ingest = fields.optionalObjects("ingest", InfrastructureFields::ingestHost);
        return () -> new Infrastructure(id, tiers, groups, links, ingest);
    }

    private static Supplier<Infrastructure> withoutTiers(FieldReader fields, String id) {
        String nearest = fields.text("nearest");
        Map<String, WorkerGroup> groupByName = new LinkedHashMap<>();
        fields.objects("workers", worker -> {
            String name = worker.text("name");
            if (groupByName.containsKey(name)) {
                worker.wrong("name", "the worker \"%s\" stands twice".formatted(name));
            }
            Optional<WorkerGroup> group = group(worker, name);
            group.ifPresent(each -> groupByName.put(name, each));
            return group;
        });
        List<WorkerLink> links = fields.optionalObjects("links", InfrastructureFields::workerLink);
        List<IngestHost> ingest = fields.optionalObjects("ingest", InfrastructureFields::ingestHost);
        return () -> new DerivedTiers(groupByName, links, nearest).infrastructure(id, ingest);
    }

    private static Optional<WorkerLink> workerLink(FieldReader fields) {
        Optional<Link> link = link(fields);
        return link.map(
                each -> new WorkerLink(each.fromTier(), each.toTier(), each.usdPerGb(), each.mbps(), each.roundTrip()));
    }

    static JsonObject write(Infrastructure infrastructure) {
        return write(new JsonObject(), infrastructure);
    }

    /** Adds the fields to an object. */
    static JsonObject write(JsonObject object, Infrastructure infrastructure) {
        return object.put("id", infrastructure.id())
                .put("tiers", infrastructure.tiers())
                .putAll(
                        "workers",
                        infrastructure.groups(),
                        group -> new JsonObject()
                                .put("tier", group.tier())
                                .put("type", group.type())
                                .put("count", group.count())
                                .put("usdPerHour", group.usdPerHour())
                                .put("slots", group.slots())
                                .put("memoryMb", Units.mbOf(group.memoryBytes()))
                                .put("provider", group.provider()))
                .putAll("links", infrastructure.links(), InfrastructureFields::write)
                .putAll(
                        "ingest",
                        infrastructure.ingest(),
                        host -> new JsonObject()
                                .put("tier", host.tier())
                                .put("slots", host.slots())
                                .put("usdPerHour", host.usdPerHour())
                                .put("memoryMb", Units.mbOf(host.memoryBytes())));
    }

    private static JsonObject write(Link link) {
        Duration roundTrip = link.roundTrip();
        return new JsonObject()
                .put("from", link.fromTier())
                .put("to", link.toTier())
                .put("usdPerGb", link.usdPerGb())
                .put("mbps", link.mbps())
                .put("roundTripMs", roundTrip == null ? null : (Double) Units.msOf(roundTrip));
    }

    private static Optional<WorkerGroup> group(FieldReader fields) {
        return group(fields, fields.text("tier"));
    }

    private static Optional<WorkerGroup> group(FieldReader fields, String tier) {
        String type = fields.text("type");
        int count = (int) fields.whole("count", 1, 1_000_000);
        double usdPerHour = fields.number("usdPerHour", Range.NOT_NEGATIVE);
        int slots = (int) fields.whole("slots", 1, 10_000);
        double memoryMb = fields.number("memoryMb", Range.POSITIVE);
        ExecutionProvider provider = fields.oneOf("provider", ExecutionProvider.class, ExecutionProvider.CPU);
        return fields.build(
                () -> new WorkerGroup(tier, type, count, usdPerHour, slots, Units.bytesOfMb(memoryMb), provider));
    }

    private static Optional<Link> link(FieldReader fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        double usdPerGb = fields.number("usdPerGb", Range.NOT_NEGATIVE);
        Double mbps = fields.optionalNumber("mbps", Range.POSITIVE);
        Double roundTripMs = fields.optionalNumber("roundTripMs", Range.NOT_NEGATIVE);
        return fields.build(
                () -> new Link(from, to, usdPerGb, mbps, roundTripMs == null ? null : Units.durationOfMs(roundTripMs)));
    }

    private static Optional<IngestHost> ingestHost(FieldReader fields) {
        String tier = fields.text("tier");
        int slots = (int) fields.whole("slots", 1, 10_000);
        double usdPerHour = fields.number("usdPerHour", Range.NOT_NEGATIVE);
        double memoryMb = fields.number("memoryMb", Range.POSITIVE);
        return fields.build(() -> new IngestHost(tier, slots, usdPerHour, Units.bytesOfMb(memoryMb)));
    }
}
