package io.jellybean.operators.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.DetectedFrame;
import io.jellybean.operators.vision.Detection;
import io.jellybean.operators.vision.DetectionSettings;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.Jpegs;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.RejectionReason;
import io.jellybean.operators.vision.VehicleDetector;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way from a JPEG to boxes, with a real if tiny network: 64 x 32 pixels in cells of 8 x 8. */
class VehicleDetectorTest {

    private final VehicleDetector detector = new VehicleDetector(
            OnnxModels.open(TestModels.redBlue(), TestModels.bytes("red-blue.onnx")),
            DetectionSettings.defaults().withScoreThreshold(0.5f),
            JpegLimits.defaults());

    @AfterEach
    void close() {
        detector.close();
        assertThat(SharedSession.openCount()).isZero();
    }

    @Test
    void findsASquareWhereItIsInTheFrame() throws RejectedFrameException {
        // given: a frame 8 times as large as the input; a cell is 64 x 64 pixels of it
        byte[] jpeg = Jpegs.withSquares(512, 256, Color.BLACK, Color.RED, new int[] {128, 64, 64});

        // when
        DetectedFrame frame = detector.detect(jpeg);

        // then
        assertThat(frame.frameWidth()).isEqualTo(512);
        assertThat(frame.frameHeight()).isEqualTo(256);
        assertThat(frame.detections()).hasSize(1);
        assertThat(frame.detections().get(0).label()).isZero();
        assertThat(frame.detections().get(0).box()).isEqualTo(new Box(128, 64, 64, 64));
    }

    @Test
    void cutsOutWhatItFindsAndFindsTheSame() throws RejectedFrameException {
        // given
        byte[] jpeg =
                Jpegs.withSquares(512, 256, Color.BLACK, Color.RED, new int[] {128, 64, 64}, new int[] {320, 64, 64});
        try (VehicleDetector cutting = new VehicleDetector(
                OnnxModels.open(TestModels.redBlue(), TestModels.bytes("red-blue.onnx")),
                DetectionSettings.defaults().withScoreThreshold(0.5f).withCrops(),
                JpegLimits.defaults())) {

            // when
            DetectedFrame frame = cutting.detect(jpeg);
            List<DetectedFrame> batch = cutting.detect(List.of(jpeg, Jpegs.plain(512, 256, Color.BLACK), jpeg));

            // then
            assertThat(frame.detections())
                    .hasSize(2)
                    .isEqualTo(detector.detect(jpeg).detections());
            assertThat(frame.crops()).hasSize(2);
            assertThat(batch.get(0).crops()).containsExactlyElementsOf(frame.crops());
            assertThat(batch.get(1).crops()).isEmpty();
            assertThat(batch.get(2).crops()).containsExactlyElementsOf(frame.crops());
            assertThat(detector.detect(jpeg).crops()).isEmpty();
        }
    }

    @Test
    void tellsColoursApartSoRedAndBlueAreNotSwapped() throws RejectedFrameException {
        // given
        byte[] jpeg = Jpegs.withSquares(512, 256, Color.BLACK, Color.BLUE, new int[] {256, 128, 64});

        // when
        DetectedFrame frame = detector.detect(jpeg);

        // then
        assertThat(frame.detections())
                .extracting(detection -> detector.manifest().labels().get(detection.label()))
                .containsExactly("blue");
    }

    @Test
    void mapsBoxesBackThroughPaddingAndScaling() throws RejectedFrameException {
        // given: 800 x 800 in 64 x 32 is kept at every 12th pixel, 67 x 67, scaled to 32 x 32 and moved by 16 columns;
        // a cell is about 200 pixels of the frame
        byte[] jpeg = Jpegs.withSquares(800, 800, Color.BLACK, Color.RED, new int[] {400, 200, 200});

        // when
        DetectedFrame frame = detector.detect(jpeg);

        // then
        assertThat(frame.detections()).hasSize(1);
        assertThat(frame.detections().get(0).box().iou(new Box(400, 200, 200, 200)))
                .isGreaterThan(0.95);
    }

    @Test
    void clipsEveryBoxToTheFrame() throws RejectedFrameException {
        // given: red up to all sides, in a shape that leaves padding beside it
        byte[] jpeg = Jpegs.plain(333, 211, Color.RED);

        // when
        DetectedFrame frame = detector.detect(jpeg);

        // then
        assertThat(frame.detections()).isNotEmpty().extracting(Detection::box).allSatisfy(box -> {
            assertThat(box.left()).isNotNegative();
            assertThat(box.top()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(333);
            assertThat(box.bottom()).isLessThanOrEqualTo(211);
            assertThat(box.area()).isPositive();
        });
    }

    @Test
    void goesOnAfterARejectedFrame() throws RejectedFrameException {
        // given
        assertThatExceptionOfType(RejectedFrameException.class)
                .isThrownBy(() -> detector.detect(new byte[0]))
                .matches(e -> e.reason() == RejectionReason.EMPTY);

        // when
        DetectedFrame frame = detector.detect(Jpegs.plain(64, 32, Color.BLACK));

        // then
        assertThat(frame.detections()).isEmpty();
    }
}
