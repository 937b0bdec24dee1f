package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.Interval;
import org.junit.jupiter.api.Test;

final class WilsonIntervalTest {

    /** By hand: p = .9, n = 10, z = 1.96. */
    @Test
    void isWiderTowardsTheMiddle() {
        Interval interval = WilsonInterval.of95(9, 10);

        assertThat(interval.low()).isCloseTo(0.596, within(0.001));
        assertThat(interval.high()).isCloseTo(0.982, within(0.001));
    }

    @Test
    void doesNotPromiseThatAllWillBeRight() {
        Interval interval = WilsonInterval.of95(10, 10);

        assertThat(interval.high()).isCloseTo(1, within(1e-9));
        assertThat(interval.low()).isCloseTo(0.722, within(0.001));
    }
}
