package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LetterboxTest {

    private static final ImageInput INPUT = new ImageInput("images", InputLayout.UINT8_NHWC, 96, 160, 114);

    @Test
    void samplesAndScalesAFullHdFrameToFit() {
        // given: k = floor(min(1920/160, 1080/96)) = 11, so 175 x 99 pixels are kept and scaled by 160/175
        Sampling sampling = Sampling.forInput(1920, 1080, 160, 96);

        // when
        LetterboxPlacement placement = LetterboxPlacement.of(sampling, 160, 96);

        // then: round(99 * 160/175) = 91 rows, 5 of padding, 2 above
        assertThat(sampling).isEqualTo(new Sampling(1920, 1080, 11));
        assertThat(placement).isEqualTo(new LetterboxPlacement(sampling, 0, 2, 160, 91));
    }

    @Test
    void roundsHalvesToEvenAsTrainingDoes() {
        // given: 6 x 5 scaled by 1/2
        LetterboxPlacement placement = LetterboxPlacement.of(new Sampling(6, 5, 1), 3, 96);

        // then: 5 * 0.5 = 2.5 becomes 2
        assertThat(placement.height()).isEqualTo(2);
    }

    @Test
    void enlargesAFrameThatIsSmallerThanTheInput() {
        LetterboxPlacement placement = LetterboxPlacement.of(Sampling.forInput(80, 40, 160, 96), 160, 96);

        assertThat(placement).isEqualTo(new LetterboxPlacement(new Sampling(80, 40, 1), 0, 8, 160, 80));
    }

    @Test
    void copiesPixelsUnchangedWhereTheSizeFitsAndPadsTheRest() {
        // given: 160 x 90 fits the width exactly
        Letterbox letterbox = new Letterbox(INPUT);
        RgbImage image = image(new Sampling(160, 90, 1), 200);

        // when
        LetterboxPlacement placement = letterbox.draw(image);

        // then
        assertThat(placement.top()).isEqualTo(3);
        assertThat(row(letterbox, 2)).containsOnly(114);
        assertThat(row(letterbox, 3)).containsOnly(200);
        assertThat(row(letterbox, 92)).containsOnly(200);
        assertThat(row(letterbox, 93)).containsOnly(114);
        assertThat(letterbox.tensor().isDirect()).isTrue();
        assertThat(letterbox.tensor().position()).isZero();
    }

    @Test
    void padsAnewWhenAnotherCameraHasAnotherShape() {
        // given: first a wide picture, then a high one
        Letterbox letterbox = new Letterbox(INPUT);
        letterbox.draw(image(new Sampling(320, 90, 1), 200));

        // when
        LetterboxPlacement placement = letterbox.draw(image(new Sampling(90, 192, 1), 50));

        // then: 45 columns in the middle, from the 57th on
        assertThat(placement.left()).isEqualTo(57);
        int[] row = row(letterbox, 48);
        assertThat(Arrays.copyOfRange(row, 0, 3 * 57)).containsOnly(114);
        assertThat(Arrays.copyOfRange(row, 3 * 57, 3 * 102)).containsOnly(50);
        assertThat(Arrays.copyOfRange(row, 3 * 102, 3 * 160)).containsOnly(114);
    }

    @Test
    void mapsABoxOfTheInputBackToTheFrame() {
        // given: 1280 x 720 kept at every 7th pixel is 183 x 103, scaled to 160 x 90 with 3 rows above
        LetterboxPlacement placement = LetterboxPlacement.of(Sampling.forInput(1280, 720, 160, 96), 160, 96);

        // when
        Box box = placement.toFrame(new Box(80, 48, 16, 9));

        // then
        assertThat(placement.sampling().step()).isEqualTo(7);
        assertThat(box.left()).isCloseTo(80 * 183 * 7 / 160.0, within(1e-9));
        assertThat(box.top()).isCloseTo((48 - 3) * 103 * 7 / 90.0, within(1e-9));
        assertThat(box.width()).isCloseTo(16 * 183 * 7 / 160.0, within(1e-9));
        assertThat(box.height()).isCloseTo(9 * 103 * 7 / 90.0, within(1e-9));
    }

    @Test
    void clipsABoxToTheFrame() {
        // given: 160 x 90 in 160 x 96, 3 rows above
        LetterboxPlacement placement = LetterboxPlacement.of(new Sampling(160, 90, 1), 160, 96);

        // when, then
        assertThat(placement.toFrame(new Box(-5, 0, 10, 8))).isEqualTo(new Box(0, 0, 5, 5));
        assertThat(placement.toFrame(new Box(20, 0, 10, 2)).area()).isZero();
    }

    private static RgbImage image(Sampling sampling, int level) {
        byte[] rgb = new byte[3 * sampling.width() * sampling.height()];
        Arrays.fill(rgb, (byte) level);
        return new RgbImage(rgb, sampling);
    }

    private static int[] row(Letterbox letterbox, int y) {
        int[] row = new int[3 * INPUT.width()];
        for (int i = 0; i < row.length; i++) {
            row[i] = letterbox.tensor().get(y * row.length + i) & 0xFF;
        }
        return row;
    }
}
