package io.jellybean.benchmarks;

import io.jellybean.operators.tracking.AxisEstimate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Expecting and correcting the motion of one box: centre x, centre y, width and height. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class KalmanStep {

    private static final double PERIOD = 1 / 15.0;
    private static final double ACCELERATION = 400;
    private static final double DEVIATION = 3;
    private static final int BOXES = 100;
    private static final int AXES = 4;

    private AxisEstimate estimate = AxisEstimate.first(100, DEVIATION, 100);

    @Benchmark
    @OperationsPerInvocation(BOXES)
    public void expectAndCorrect(Blackhole sink) {
        AxisEstimate axis = estimate;
        for (int i = 0; i < BOXES * AXES; i++) {
            axis = axis.after(PERIOD, ACCELERATION).corrected(100 + i % AXES, DEVIATION);
        }
        sink.consume(axis);
        estimate = axis;
    }
}
