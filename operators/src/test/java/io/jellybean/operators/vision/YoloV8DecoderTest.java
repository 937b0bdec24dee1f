package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class YoloV8DecoderTest {

    private static final DetectionSettings DEFAULTS = DetectionSettings.defaults();

    @Test
    void readsCentreSizeAndTheMostProbableClass() {
        // when
        List<Detection> detections = decode(DEFAULTS, anchor(50, 40, 20, 10, 0.1f, 0.8f));

        // then
        assertThat(detections).containsExactly(new Detection(new Box(40, 35, 20, 10), 1, 0.8f));
    }

    @Test
    void dropsBoxesBelowTheThresholdAndKeepsThoseOnIt() {
        assertThat(decode(DEFAULTS, anchor(50, 40, 20, 10, 0.24f, 0), anchor(90, 40, 20, 10, 0.25f, 0)))
                .extracting(Detection::score)
                .containsExactly(0.25f);
    }

    @Test
    void suppressesOverlapsWhateverTheirClassAndKeepsTheBest() {
        // given: IoU 18/22; the better one is of another class
        float[] good = anchor(50, 40, 20, 10, 0.6f, 0);
        float[] better = anchor(52, 40, 20, 10, 0, 0.7f);

        // when, then
        assertThat(decode(DEFAULTS, good, better)).extracting(Detection::label).containsExactly(1);
        assertThat(decode(DEFAULTS.withIouThreshold(0.9), good, better)).hasSize(2);
    }

    @Test
    void aSuppressedBoxSuppressesNothing() {
        // given: the second overlaps both others, which do not overlap each other much (IoU 1/3)
        List<Detection> detections = decode(
                DEFAULTS.withIouThreshold(0.5),
                anchor(50, 40, 20, 10, 0.9f, 0),
                anchor(55, 40, 20, 10, 0.8f, 0),
                anchor(60, 40, 20, 10, 0.7f, 0));

        // then
        assertThat(detections).extracting(Detection::score).containsExactly(0.9f, 0.7f);
    }

    @Test
    void returnsTheBestFirstAndAmongEqualsTheFirst() {
        List<Detection> detections = decode(
                DEFAULTS, anchor(10, 10, 5, 5, 0.5f, 0), anchor(30, 10, 5, 5, 0.9f, 0), anchor(50, 10, 5, 5, 0.5f, 0));

        assertThat(detections)
                .extracting(detection -> detection.box().centreX())
                .containsExactly(30.0, 10.0, 50.0);
    }

    @Test
    void boundsCandidatesAndDetections() {
        // given: two anchors on one vehicle, two vehicles beside it
        float[][] anchors = {
            anchor(10, 10, 5, 5, 0.9f, 0),
            anchor(10, 10, 5, 5, 0.8f, 0),
            anchor(30, 10, 5, 5, 0.7f, 0),
            anchor(50, 10, 5, 5, 0.6f, 0)
        };

        // when, then
        assertThat(decode(new DetectionSettings(0.25f, 0.5, 3, 100, false), anchors))
                .hasSize(2);
        assertThat(decode(new DetectionSettings(0.25f, 0.5, 100, 1, false), anchors))
                .hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotABox() {
        assertThat(decode(
                        DEFAULTS.withScoreThreshold(0),
                        anchor(Float.NaN, 40, 20, 10, 0.9f, 0),
                        anchor(50, 40, Float.POSITIVE_INFINITY, 10, 0.9f, 0),
                        anchor(50, 40, 0, 10, 0.9f, 0),
                        anchor(50, 40, 20, -1, 0.9f, 0),
                        anchor(50, 40, 20, 10, Float.NaN, Float.NaN),
                        anchor(50, 40, 20, 10, 1.5f, 0)))
                .isEmpty();
    }

    @Test
    void readsTheImageOfTheBatchThatIsAskedFor() {
        // given: two images of one anchor each
        FloatBuffer batch = FloatBuffer.wrap(new float[] {10, 10, 5, 5, 0.9f, 0, 70, 10, 5, 5, 0, 0.8f});

        // when
        List<Detection> detections = new YoloV8Decoder(2, DEFAULTS).decode(batch, 1, 1);

        // then
        assertThat(detections).containsExactly(new Detection(Box.around(70, 10, 5, 5), 1, 0.8f));
    }

    @Test
    void takesMoreCandidatesThanItFirstHasRoomFor() {
        // given: 40 x 25 vehicles in a grid
        float[][] anchors = new float[1_000][];
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = anchor(10 * (i % 40), 10 * (i / 40), 5, 5, 0.3f + i / 2_000f, 0);
        }

        // when, then
        assertThat(decode(new DetectionSettings(0.25f, 0.5, 1_000, 1_000, false), anchors))
                .hasSize(1_000);
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withScoreThreshold(Float.NaN))
                .withMessageContaining("scoreThreshold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionSettings(0.5f, 0.5, 0, 1, false))
                .withMessageContaining("maxCandidates");
    }

    private static float[] anchor(float x, float y, float width, float height, float first, float second) {
        return new float[] {x, y, width, height, first, second};
    }

    /** Lays anchors out as a network does: one row for each quantity. */
    private static List<Detection> decode(DetectionSettings settings, float[]... anchors) {
        FloatBuffer output = FloatBuffer.allocate(6 * anchors.length);
        for (int row = 0; row < 6; row++) {
            for (float[] anchor : anchors) {
                output.put(anchor[row]);
            }
        }
        return new YoloV8Decoder(2, settings).decode(output, 0, anchors.length);
    }
}
