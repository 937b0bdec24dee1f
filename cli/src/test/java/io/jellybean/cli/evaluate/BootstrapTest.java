package io.jellybean.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.Interval;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BootstrapTest {

    @Test
    void addsUpCountsInsteadOfAveragingRates() {
        assertThat(Share.of(List.of(new Share(1, 1), new Share(0, 3)))).isEqualTo(0.25);
        assertThat(Share.of(List.of())).isZero();
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2)).withMessageContaining("2");
    }

    @Test
    void isSureOfWhatIsTheSameOnAllStreets() {
        assertThat(Bootstrap.interval95(Collections.nCopies(5, new Share(8, 10))))
                .isEqualTo(new Interval(0.8, 0.8));
    }

    /** 50 streets of which each is all right or all wrong: p = .5, 1.96 sqrt(p (1 - p) / 50) = .139. */
    @Test
    void isAsWideAsTheBinomialIntervalWhereStreetsAreRightOrWrong() {
        List<Share> shares =
                IntStream.range(0, 50).mapToObj(i -> new Share(i % 2, 1)).toList();

        Interval interval = Bootstrap.interval95(shares);

        assertThat(interval.low()).isCloseTo(0.5 - 0.139, within(0.03));
        assertThat(interval.high()).isCloseTo(0.5 + 0.139, within(0.03));
        assertThat(Bootstrap.interval95(shares)).isEqualTo(interval);
    }
}
