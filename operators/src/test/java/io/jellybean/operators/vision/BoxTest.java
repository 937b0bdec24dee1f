package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxTest {

    private static final Box BOX = new Box(10, 20, 30, 40);

    @Test
    void overlapsByIntersectionOverUnion() {
        assertThat(BOX.iou(BOX)).isEqualTo(1);
        assertThat(BOX.iou(new Box(25, 20, 30, 40))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(BOX.iou(new Box(40, 20, 30, 40))).isZero();
    }

    @Test
    void emptyBoxesOverlapNothingNotEvenThemselves() {
        Box empty = new Box(10, 20, 0, 0);

        assertThat(empty.iou(empty)).isZero();
        assertThat(BOX.iou(empty)).isZero();
    }

    @Test
    void isClippedToTheFrame() {
        assertThat(BOX.clippedTo(20, 30)).isEqualTo(new Box(10, 20, 10, 10));
        assertThat(BOX.clippedTo(5, 5).area()).isZero();
    }

    @Test
    void rejectsSidesBelowZeroAndWhatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(0, 0, -1, 1))
                .withMessageContaining("width");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(0, 0, 1, Double.NaN))
                .withMessageContaining("height");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(Double.NaN, 0, 1, 1))
                .withMessageContaining("left");
    }
}
