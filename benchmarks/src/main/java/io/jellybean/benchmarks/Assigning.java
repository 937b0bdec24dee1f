package io.jellybean.benchmarks;

import io.jellybean.operators.assignment.Assignment;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The Hungarian assignment of as many detections to tracks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class Assigning {

    /** How many there are of both. */
    @Param({"10", "100", "500"})
    public int tracks;

    private double[][] costs = {};

    @Setup
    public void draw() {
        Random random = new Random(1);
        costs = new double[tracks][tracks];
        for (double[] row : costs) {
            for (int column = 0; column < tracks; column++) {
                row[column] = random.nextDouble();
            }
        }
    }

    @Benchmark
    public int[] cheapest() {
        return Assignment.cheapest(costs);
    }
}
