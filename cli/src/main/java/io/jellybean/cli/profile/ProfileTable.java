package io.jellybean.cli.profile;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.profile.Measurement;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.WorkerMeasurements;
import io.jellybean.domain.workflow.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** A profile as a person reads it. */
final class ProfileTable {

    private static final double NANOS_PER_MS = 1e6;

    private ProfileTable() {}

    /** What was measured on one type of worker. */
    static String of(WorkerMeasurements worker) {
        return "%s: %s, %d cores, %s, Java %s, ONNX Runtime %s, provider %s\n"
                        .formatted(
                                worker.workerType(),
                                worker.machine().cpu(),
                                worker.machine().cores(),
                                worker.machine().os(),
                                worker.machine().java(),
                                worker.machine().onnxRuntime(),
                                worker.provider().name().toLowerCase(Locale.ROOT))
                + new Table<Measurement>()
                        .text("operator", Measurement::operator)
                        .text("variant", Measurement::variant)
                        .number("batch", row -> String.valueOf(row.batch()))
                        .number("slots", row -> String.valueOf(row.busySlots()))
                        .number("mean ms", row -> millis(row.mean()))
                        .number("p50", row -> millis(row.time().p50()))
                        .number("p75", row -> millis(row.time().p75()))
                        .number("p90", row -> millis(row.time().p90()))
                        .number("p99", row -> millis(row.time().p99()))
                        .number("+-", row -> format("%.1f %%", 100 * row.precision()))
                        .number("requests/s", row -> format("%.0f", row.itemsPerSecond()))
                        .number("MB", row -> row.memoryBytes() == 0 ? "" : format("%.1f", row.memoryBytes() / 1e6))
                        .of(worker.measurements());
    }

    /** What travels. */
    static String channels(Profile profile) {
        return new Table<MessageSize>()
                .text("channel", row -> row.channel().toString())
                .text("sent by", row -> Objects.requireNonNullElse(row.variant(), ""))
                .number("bytes per request", row -> String.valueOf(row.bytes()))
                .number("requests per request", row -> selectivity(profile, row.channel()))
                .of(profile.messageSizes());
    }

    private static String selectivity(Profile profile, Channel channel) {
        return profile.selectivities().stream()
                .filter(row -> row.channel().equals(channel))
                .map(row -> format("%.2f", row.ratio()))
                .findFirst()
                .orElse("1.00");
    }

    static String millis(Duration time) {
        double millis = time.toNanos() / NANOS_PER_MS;
        return format(millis < 0.1 ? "%.4f" : "%.3f", millis);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
