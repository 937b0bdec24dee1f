package io.jellybean.cli.demo;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.replan.ClusterJobMetrics;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.Observation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What a job counts while it is fed at an even pace: in the second half, when the JVMs have compiled most of what they run. */
final class SteadyMeasurement implements AutoCloseable {

    private static final double FROM = 0.5;
    private static final double TO = 0.95;

    private final CompletableFuture<Optional<Observation>> observed = new CompletableFuture<>();
    private final Thread thread;

    private SteadyMeasurement(FlinkRest flink, DeployedJob job, Duration feeding) {
        thread = new Thread(
                () -> {
                    try {
                        observed.complete(measure(flink, job, feeding));
                    } catch (InterruptedException ended) {
                        observed.complete(Optional.empty());
                    } catch (RuntimeException broken) {
                        observed.completeExceptionally(broken);
                    }
                },
                "steady-measurement");
    }

    /**
     * Begins, together with the feeding.
     *
     * @param feeding how long that will take
     */
    static SteadyMeasurement begin(FlinkRest flink, DeployedJob job, Duration feeding) {
        SteadyMeasurement measurement = new SteadyMeasurement(flink, job, feeding);
        measurement.thread.start();
        return measurement;
    }

    /** To be called after the feeding; empty if the job did not run all the time. */
    Optional<Observation> end() throws InterruptedException {
        try {
            return observed.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the job could not be measured: " + broken.getCause(), broken);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static Optional<Observation> measure(FlinkRest flink, DeployedJob job, Duration feeding)
            throws InterruptedException {
        long end = System.nanoTime() + Math.round(feeding.toNanos() * TO);
        try (ClusterJobMetrics metrics =
                new ClusterJobMetrics(flink, job, job.plan().infrastructure(), Clock.systemUTC())) {
            Thread.sleep(Math.round(feeding.toMillis() * FROM));
            MetricSnapshot first = metrics.snapshot();
            Thread.sleep(Math.max(0, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            MetricSnapshot second = metrics.snapshot();
            return first.isComplete() && second.isComplete()
                    ? Optional.of(Observation.between(first, second))
                    : Optional.empty();
        }
    }
}
