package io.jellybean.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisEstimateTest {

    @Test
    void learnsAConstantVelocity() {
        // given: 30 pixels per second
        AxisEstimate estimate = AxisEstimate.first(0, 1, 100);

        // when
        for (int i = 1; i <= 20; i++) {
            estimate = estimate.after(0.1, 1).corrected(3 * i, 1);
        }

        // then
        assertThat(estimate.velocity()).isCloseTo(30, within(0.5));
        assertThat(estimate.after(1, 1).value()).isCloseTo(90, within(1.0));
    }

    @Test
    void isTheKalmanFilterOfTheTextbook() {
        // given: P = [4 1; 1 9], one second, q = 3: F P F^T = [15 10; 10 9], Q = [1 1.5; 1.5 3]
        AxisEstimate estimate = new AxisEstimate(10, 2, 4, 1, 9);

        // when
        AxisEstimate expected = estimate.after(1, 3);
        AxisEstimate corrected = expected.corrected(20, 2);

        // then: gains 16/20 and 11.5/20
        assertThat(expected).isEqualTo(new AxisEstimate(12, 2, 16, 11.5, 12));
        assertThat(corrected.value()).isCloseTo(12 + 0.8 * 8, within(1e-12));
        assertThat(corrected.velocity()).isCloseTo(2 + 0.575 * 8, within(1e-12));
        assertThat(corrected.variance()).isCloseTo(3.2, within(1e-12));
        assertThat(corrected.covariance()).isCloseTo(2.3, within(1e-12));
        assertThat(corrected.velocityVariance()).isCloseTo(12 - 0.575 * 11.5, within(1e-12));
    }

    @Test
    void growsLessSureWithTime() {
        AxisEstimate estimate = AxisEstimate.first(0, 1, 10);

        assertThat(estimate.after(2, 1).variance())
                .isGreaterThan(estimate.after(1, 1).variance());
    }
}
