package io.jellybean.operators.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

    private static final Box HERE = new Box(0, 0, 10, 10);
    private static final Box THERE = new Box(100, 0, 10, 10);
    private static final Box NOWHERE = new Box(500, 500, 10, 10);

    @Test
    void isOneWhereEverythingIsFoundAndNothingElse() {
        // given
        DetectionFrame frame =
                new DetectionFrame(List.of(HERE, THERE), List.of(detection(THERE, 0.3f), detection(HERE, 0.9f)));

        // when, then
        assertThat(AveragePrecision.at50(List.of(frame))).isEqualTo(1);
    }

    @Test
    void sumsTheAreaAtEveryPointOfTheCurve() {
        // given: hit, miss, hit, with three true boxes: precisions 1, 1/2, 2/3 at recalls 1/3, 1/3, 2/3
        DetectionFrame frame = new DetectionFrame(
                List.of(HERE, THERE, new Box(200, 0, 10, 10)),
                List.of(detection(HERE, 0.9f), detection(NOWHERE, 0.8f), detection(THERE, 0.7f)));

        // when
        double ap = AveragePrecision.at50(List.of(frame));

        // then
        assertThat(ap).isCloseTo(1 / 3.0 + 2 / 3.0 / 3.0, within(1e-12));
    }

    @Test
    void raisesAPrecisionToTheBestAtAGreaterRecall() {
        // given: miss, hit, hit: precisions 0, 1/2, 2/3
        DetectionFrame frame = new DetectionFrame(
                List.of(HERE, THERE), List.of(detection(NOWHERE, 0.9f), detection(HERE, 0.8f), detection(THERE, 0.7f)));

        // when, then
        assertThat(AveragePrecision.at50(List.of(frame))).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void countsTheSecondDetectionOfAVehicleAsFalse() {
        // given: the vehicle twice, the other one last
        DetectionFrame frame = new DetectionFrame(
                List.of(HERE, THERE), List.of(detection(HERE, 0.9f), detection(HERE, 0.8f), detection(THERE, 0.7f)));

        // when, then
        assertThat(AveragePrecision.at50(List.of(frame))).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void ranksDetectionsOverAllImagesAndMatchesThemInTheirOwn() {
        // given: the surest detection is right, but in the other image
        DetectionFrame withVehicle = new DetectionFrame(List.of(HERE), List.of(detection(HERE, 0.5f)));
        DetectionFrame withoutVehicle = new DetectionFrame(List.of(), List.of(detection(HERE, 0.9f)));

        // when, then
        assertThat(AveragePrecision.at50(List.of(withVehicle, withoutVehicle))).isEqualTo(0.5);
    }

    @Test
    void acceptsAnOverlapOfExactlyOneHalf() {
        // given: 10 x 10 within 10 x 20
        DetectionFrame frame = new DetectionFrame(List.of(new Box(0, 0, 10, 20)), List.of(detection(HERE, 0.9f)));

        // when, then
        assertThat(AveragePrecision.at50(List.of(frame))).isEqualTo(1);
    }

    @Test
    void refusesATruthWithoutBoxes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.at50(List.of()))
                .withMessageContaining("truth");
    }

    private static Detection detection(Box box, float score) {
        return new Detection(box, 0, score);
    }
}
