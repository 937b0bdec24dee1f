package io.jellybean.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.profile.Quantiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StopwatchTest {

    @Test
    void saysHowLongHalfAndNearlyAllTook() {
        Stopwatch stopwatch = upTo(100);

        Quantiles quantiles = stopwatch.quantiles();

        assertThat(stopwatch.mean()).isEqualTo(Duration.ofNanos(50_500_000));
        assertThat(quantiles.p50()).isEqualTo(Duration.ofMillis(51));
        assertThat(quantiles.p75()).isEqualTo(Duration.ofMillis(76));
        assertThat(quantiles.p99()).isEqualTo(Duration.ofMillis(100));
    }

    /** Of 100 values the 95 % interval of the median goes from rank 40 to rank 60. */
    @Test
    void knowsHowPreciseItsMedianIs() {
        assertThat(upTo(100).precision()).isCloseTo((60 - 40) / 2.0 / 51, within(0.02));
        assertThat(upTo(10_000).precision()).isLessThan(0.03);
        assertThat(upTo(3).precision()).isInfinite();
        assertThat(Stopwatch.ofSlots(1).precision()).isInfinite();
    }

    @Test
    void putsTheTimesOfSeveralSlotsTogether() {
        assertThat(Stopwatch.together(List.of(upTo(10), upTo(20))).count()).isEqualTo(30);
    }

    @Test
    void countsTheWorkOfItsOwnThreadOrTheTimeOnTheWall() throws InterruptedException {
        Stopwatch cpu = Stopwatch.ofSlots(1);
        Stopwatch wall = Stopwatch.ofTheWall();

        cpu.time(() -> Thread.sleep(30));
        wall.time(() -> Thread.sleep(30));

        assertThat(cpu.quantiles().p50()).isLessThan(Duration.ofMillis(20));
        assertThat(wall.quantiles().p50()).isGreaterThanOrEqualTo(Duration.ofMillis(29));
    }

    @Test
    void countsLongerWhereASlotHasLessThanACore() {
        Stopwatch whole = Stopwatch.ofSlots(1);
        Stopwatch quarter = Stopwatch.ofSlots(0.25);

        for (int i = 0; i < 20; i++) {
            whole.time(StopwatchTest::compute);
            quarter.time(StopwatchTest::compute);
        }

        double ratio = (double) quarter.quantiles().p50().toNanos()
                / whole.quantiles().p50().toNanos();
        assertThat(ratio).isBetween(2.0, 8.0);
    }

    private static void compute() {
        double sum = 0;
        for (int i = 1; i < 200_000; i++) {
            sum += Math.log(i);
        }
        assertThat(sum).isPositive();
    }

    private static Stopwatch upTo(int milliseconds) {
        Stopwatch stopwatch = Stopwatch.ofSlots(1);
        for (int i = milliseconds; i >= 1; i--) {
            stopwatch.add(Duration.ofMillis(i).toNanos());
        }
        return stopwatch;
    }
}
