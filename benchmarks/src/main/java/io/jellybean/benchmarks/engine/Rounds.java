package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What came of the rounds of one side. */
final class Rounds {

    private final List<Throughput> rounds = new ArrayList<>();

    void add(Throughput round) {
        rounds.add(round);
    }

    double medianPerSecond() {
        return median(Throughput::perSecond);
    }

    double medianCpuMillis() {
        return median(Throughput::cpuMillis);
    }

    /** The median of the ratios of the rates, round by round. */
    double medianRatioTo(Rounds other) {
        return median(ratios(other));
    }

    /** From the least of those ratios to the greatest. */
    String rangeOfRatioTo(Rounds other) {
        return "%s to %s"
                .formatted(
                        number(ratios(other).min().orElseThrow(), 3),
                        number(ratios(other).max().orElseThrow(), 3));
    }

    private DoubleStream ratios(Rounds other) {
        return IntStream.range(0, rounds.size())
                .mapToDouble(round ->
                        rounds.get(round).perSecond() / other.rounds.get(round).perSecond());
    }

    private double median(ToDoubleFunction<Throughput> value) {
        return median(rounds.stream().mapToDouble(value));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
