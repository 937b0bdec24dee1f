package io.jellybean.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs each benchmark once, so that none rots; measures nothing. */
class BenchmarksTest {

    @Test
    void eachRuns() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include("io\\.jellybean\\.benchmarks\\..*")
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(0)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results).hasSizeGreaterThan(10);
    }
}
