package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelAreaTest {

    private static final Sampling WHOLE = new Sampling(12, 8, 1);

    @Test
    void aBoxOfWholePixelsIsItself() {
        assertThat(PixelArea.touchedBy(new Box(3, 2, 4, 2), WHOLE)).isEqualTo(new PixelArea(3, 2, 4, 2));
    }

    @Test
    void takesEveryPixelThatTheBoxTouches() {
        assertThat(PixelArea.touchedBy(new Box(2.9, 1.2, 1.2, 2.9), WHOLE)).isEqualTo(new PixelArea(2, 1, 3, 4));
    }

    @Test
    void leavesOutWhatLiesOutsideTheFrame() {
        assertThat(PixelArea.touchedBy(new Box(-5, 6, 8, 100), WHOLE)).isEqualTo(new PixelArea(0, 6, 3, 2));
    }

    @Test
    void anEmptyBoxAndOneOutsideAreTheNearestPixel() {
        assertThat(PixelArea.touchedBy(new Box(4, 4, 0, 0), WHOLE)).isEqualTo(new PixelArea(4, 4, 1, 1));
        assertThat(PixelArea.touchedBy(new Box(50, 50, 9, 9), WHOLE)).isEqualTo(new PixelArea(11, 7, 1, 1));
        assertThat(PixelArea.touchedBy(new Box(-50, -50, 9, 9), WHOLE)).isEqualTo(new PixelArea(0, 0, 1, 1));
    }

    @Test
    void findsABoxOfTheFrameInASampledPicture() {
        assertThat(PixelArea.touchedBy(new Box(6, 4, 6, 4), new Sampling(24, 16, 2)))
                .isEqualTo(new PixelArea(3, 2, 3, 2));
    }
}
