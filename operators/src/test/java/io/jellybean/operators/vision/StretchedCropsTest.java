package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pixel (x, y) of the picture is red 10 x, green 10 y, blue 7. */
class StretchedCropsTest {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    @Test
    void aBoxOfTheInputsSizeIsCopied() {
        assertThat(PixelArea.touchedBy(new Box(3, 2, 4, 2), new Sampling(WIDTH, HEIGHT, 1)))
                .isEqualTo(new PixelArea(3, 2, 4, 2));
        assertThat(reds(new Box(3, 2, 4, 2))).containsExactly(30, 40, 50, 60, 30, 40, 50, 60);
    }

    @Test
    void takesEveryPixelThatTheBoxTouches() {
        assertThat(PixelArea.touchedBy(new Box(2.9, 1.2, 1.2, 2.9), new Sampling(WIDTH, HEIGHT, 1)))
                .isEqualTo(new PixelArea(2, 1, 3, 4));
    }

    @Test
    void leavesOutWhatLiesOutsideTheFrame() {
        assertThat(PixelArea.touchedBy(new Box(-5, 6, 8, 100), new Sampling(WIDTH, HEIGHT, 1)))
                .isEqualTo(new PixelArea(0, 6, 3, 2));
    }

    @Test
    void anEmptyBoxAndOneOutsideAreTheNearestPixel() {
        Sampling whole = new Sampling(WIDTH, HEIGHT, 1);
        assertThat(PixelArea.touchedBy(new Box(4, 4, 0, 0), whole)).isEqualTo(new PixelArea(4, 4, 1, 1));
        assertThat(PixelArea.touchedBy(new Box(50, 50, 9, 9), whole)).isEqualTo(new PixelArea(11, 7, 1, 1));
        assertThat(PixelArea.touchedBy(new Box(-50, -50, 9, 9), whole)).isEqualTo(new PixelArea(0, 0, 1, 1));
    }

    @Test
    void findsABoxOfTheFrameInASampledPicture() {
        assertThat(PixelArea.touchedBy(new Box(6, 4, 6, 4), new Sampling(2 * WIDTH, 2 * HEIGHT, 2)))
                .isEqualTo(new PixelArea(3, 2, 3, 2));
    }

    @Test
    void stretchesBothWaysAsOpenCvDoes() {
        // columns 0..7 to 4: at 0.5, 2.5, 4.5, 6.5; one row to two
        assertThat(reds(new Box(0, 3, 8, 1))).containsExactly(5, 25, 45, 65, 5, 25, 45, 65);
    }

    @Test
    void drawsOneCropAfterTheOther() {
        // given
        StretchedCrops crops = new StretchedCrops(input(), 2);

        // when
        crops.draw(picture(), List.of(new Box(0, 0, 4, 2), new Box(8, 6, 4, 2)));

        // then
        assertThat(crops.tensor().get(0) & 0xFF).isZero();
        assertThat(crops.tensor().get(24) & 0xFF).isEqualTo(80);
        assertThat(crops.tensor().get(25) & 0xFF).isEqualTo(60);
        assertThat(crops.tensor().get(26) & 0xFF).isEqualTo(7);
    }

    @Test
    void rejectsMoreBoxesThanItHasRoomFor() {
        StretchedCrops crops = new StretchedCrops(input(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.draw(picture(), List.of(new Box(0, 0, 1, 1), new Box(0, 0, 1, 1))))
                .withMessageContaining("at most 1 boxes");
    }

    /** Of the one crop of 2 rows and 4 columns. */
    private static int[] reds(Box box) {
        StretchedCrops crops = new StretchedCrops(input(), 1);
        crops.draw(picture(), List.of(box));
        int[] reds = new int[8];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = crops.tensor().get(3 * i) & 0xFF;
        }
        return reds;
    }

    private static ImageInput input() {
        return new ImageInput("images", InputLayout.UINT8_NHWC, 2, 4, 114);
    }

    private static RgbImage picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = 3 * (y * WIDTH + x);
                rgb[at] = (byte) (10 * x);
                rgb[at + 1] = (byte) (10 * y);
                rgb[at + 2] = 7;
            }
        }
        return new RgbImage(rgb, new Sampling(WIDTH, HEIGHT, 1));
    }
}
