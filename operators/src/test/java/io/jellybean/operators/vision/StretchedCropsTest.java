package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import org.junit.jupiter.api.Test;

class StretchedCropsTest {

    @Test
    void aPictureOfTheInputsSizeIsCopied() {
        assertThat(reds(picture(4, 2, 10))).containsExactly(0, 10, 20, 30, 0, 10, 20, 30);
    }

    @Test
    void stretchesBothWaysAsOpenCvDoes() {
        // columns 0..7 to 4: at 0.5, 2.5, 4.5, 6.5; one row to two
        assertThat(reds(picture(8, 1, 10))).containsExactly(5, 25, 45, 65, 5, 25, 45, 65);
    }

    @Test
    void drawsOneCropAfterTheOther() {
        // given
        StretchedCrops crops = new StretchedCrops(input(), 2);

        // when
        crops.draw(picture(4, 2, 10), 0);
        crops.draw(picture(4, 2, 20), 1);

        // then
        assertThat(crops.tensor().get(9) & 0xFF).isEqualTo(30);
        assertThat(crops.tensor().get(24 + 9) & 0xFF).isEqualTo(60);
        assertThat(crops.tensor().get(24 + 10) & 0xFF).isZero();
        assertThat(crops.tensor().get(24 + 11) & 0xFF).isEqualTo(7);
    }

    @Test
    void rejectsAPlaceThatItHasNoRoomFor() {
        StretchedCrops crops = new StretchedCrops(input(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.draw(picture(4, 2, 10), 1))
                .withMessageContaining("place must be 0..0, but was 1");
    }

    /** Of the one crop of 2 rows and 4 columns. */
    private static int[] reds(RgbImage picture) {
        StretchedCrops crops = new StretchedCrops(input(), 1);
        crops.draw(picture, 0);
        int[] reds = new int[8];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = crops.tensor().get(3 * i) & 0xFF;
        }
        return reds;
    }

    private static ImageInput input() {
        return new ImageInput("images", InputLayout.UINT8_NHWC, 2, 4, 114);
    }

    /** Pixel (x, y) is red slope * x, green slope * y, blue 7. */
    private static RgbImage picture(int width, int height, int slope) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (slope * (i % width));
            rgb[3 * i + 1] = (byte) (slope * (i / width));
            rgb[3 * i + 2] = 7;
        }
        return new RgbImage(rgb, new Sampling(width, height, 1));
    }
}
