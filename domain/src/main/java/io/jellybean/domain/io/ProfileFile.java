package io.jellybean.domain.io;

import io.jellybean.domain.Interval;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.profile.WorkerMeasurements;
import io.jellybean.domain.workflow.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A profile, {@code jellybean-profile/1}: what was measured. */
public final class ProfileFile {

    static final String FORMAT = "jellybean-profile/1";

    private ProfileFile() {}

    /**
     * Reads a profile.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static Profile read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** Reads a profile from text; {@code name} stands in the errors. */
    public static Profile parse(String name, String text) {
        return FieldReader.readFile(name, text, ProfileFile::profile);
    }

    /** Writes a profile that {@link #read} reads back as it was. */
    public static void write(Path path, Profile profile) {
        OutputFile.write(path, text(profile));
    }

    /** The text of a profile's file; the same for equal profiles. */
    public static String text(Profile profile) {
        return new JsonObject()
                .put("format", FORMAT)
                .putAll(
                        "serviceTimes",
                        profile.serviceTimes(),
                        row -> new JsonObject()
                                .put("operator", row.operator())
                                .put("variant", row.variant())
                                .put("workerType", row.workerType())
                                .put("ms", Units.msOf(row.time())))
                .putAll(
                        "messageSizes",
                        profile.messageSizes(),
                        row -> new JsonObject()
                                .put("from", row.channel().from())
                                .put("variant", row.variant())
                                .put("to", row.channel().to())
                                .put("bytes", row.bytes()))
                .putAll(
                        "selectivities",
                        profile.selectivities(),
                        row -> new JsonObject()
                                .put("from", row.channel().from())
                                .put("to", row.channel().to())
                                .put("ratio", row.ratio()))
                .put("accuracy", accuracy(profile.accuracy()))
                .putAll("workers", profile.workers(), WorkerMeasurementFields::write)
                .text();
    }

    private static JsonObject accuracy(AccuracyTable table) {
        return new JsonObject()
                .put("operators", table.operators())
                .put("metric", table.metric())
                .put("set", table.set())
                .putAll("rows", table.rows(), row -> {
                    Interval interval = row.confidence95();
                    return new JsonObject()
                            .put("variants", row.variants())
                            .put("value", row.value())
                            .put("confidence95", interval == null ? null : List.of(interval.low(), interval.high()));
                });
    }

    private static Optional<Profile> profile(FieldReader fields) {
        Formats.require(fields, FORMAT);
        List<ServiceTime> times = fields.objects("serviceTimes", ProfileFile::serviceTime);
        List<MessageSize> sizes = fields.objects("messageSizes", ProfileFile::messageSize);
        List<Selectivity> selectivities = fields.optionalObjects("selectivities", ProfileFile::selectivity);
        Optional<AccuracyTable> accuracy = fields.object("accuracy", ProfileFile::accuracy);
        List<WorkerMeasurements> workers = fields.optionalObjects("workers", WorkerMeasurementFields::read);
        return fields.build(() -> new Profile(times, sizes, selectivities, accuracy.orElseThrow(), workers));
    }

    private static Optional<ServiceTime> serviceTime(FieldReader fields) {
        String operator = fields.text("operator");
        String variant = fields.text("variant");
        String workerType = fields.text("workerType");
        double ms = fields.number("ms", Range.POSITIVE);
        return fields.build(() -> new ServiceTime(operator, variant, workerType, Units.durationOfMs(ms)));
    }

    private static Optional<MessageSize> messageSize(FieldReader fields) {
        Channel channel = channel(fields);
        String variant = fields.optionalText("variant");
        long bytes = fields.whole("bytes", 0, 1_000_000_000_000L);
        return fields.build(() -> new MessageSize(channel, variant, bytes));
    }

    private static Optional<Selectivity> selectivity(FieldReader fields) {
        Channel channel = channel(fields);
        double ratio = fields.number("ratio", Range.POSITIVE);
        return fields.build(() -> new Selectivity(channel, ratio));
    }

    private static Channel channel(FieldReader fields) {
        return new Channel(fields.text("from"), fields.text("to"));
    }

    private static Optional<AccuracyTable> accuracy(FieldReader fields) {
        List<String> operators = fields.texts("operators");
        String metric = fields.optionalText("metric");
        String set = fields.optionalText("set");
        List<AccuracyRow> rows = fields.objects("rows", row -> {
            List<String> variants = row.texts("variants");
            double value = row.number("value", Range.FRACTION);
            Interval interval = row.optionalInterval("confidence95");
            return row.build(() -> new AccuracyRow(variants, value, interval));
        });
        return fields.build(() -> new AccuracyTable(operators, rows, metric, set));
    }
}
