package io.jellybean.jobs.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothWeightedRoundRobinTest {

    @Test
    void sharesOutExactlyByWeight() {
        SmoothWeightedRoundRobin turns = new SmoothWeightedRoundRobin(List.of(1.0, 3.0, 6.0));

        int[] counts = new int[3];
        for (int call = 0; call < 30_000; call++) {
            counts[turns.next()]++;
        }

        assertThat(counts).containsExactly(3_000, 9_000, 18_000);
    }

    @Test
    void neverStraysFarFromTheShares() {
        List<Double> weights = List.of(36.4, 8.6);
        SmoothWeightedRoundRobin turns = new SmoothWeightedRoundRobin(weights);

        int chosenFirst = 0;
        for (int call = 1; call <= 10_000; call++) {
            chosenFirst += turns.next() == 0 ? 1 : 0;
            assertThat(chosenFirst - call * 36.4 / 45.0).isBetween(-2.0, 2.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeightThatIsNoShare(double weight) {
        assertThatThrownBy(() -> new SmoothWeightedRoundRobin(List.of(1.0, weight)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights");
    }
}
