package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.JpegInspector;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.RejectionReason;
import io.jellybean.operators.vision.VehicleDetector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BadFramesTest {

    private static final String VARIANT = "vehicle-detector-s";

    private final byte[] good = Recordings.of(1, 1)
            .framesByCamera()
            .values()
            .iterator()
            .next()
            .get(0)
            .jpeg();

    @Test
    void eachKindIsRefusedForAReasonOfItsOwn() {
        BadFrames bad = new BadFrames(good, 1);
        List<RejectionReason> reasons = new ArrayList<>();
        try (VehicleDetector detector = detector()) {
            for (int i = 0; i < 6; i++) {
                reasons.add(reasonOf(detector, bad.next()));
            }
        }

        assertThat(reasons)
                .containsExactly(
                        RejectionReason.EMPTY,
                        RejectionReason.TRUNCATED,
                        RejectionReason.NOT_AN_IMAGE,
                        RejectionReason.CORRUPT,
                        RejectionReason.TOO_LARGE,
                        RejectionReason.TOO_MANY_PIXELS);
    }

    /** Two of them could harm whoever decodes them. */
    @Test
    void hugeOnesAreRefusedByTheirHeaderAlone() {
        BadFrames bad = new BadFrames(good, 1);
        List<byte[]> kinds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            kinds.add(bad.next());
        }
        JpegInspector inspector = new JpegInspector(JpegLimits.defaults());

        assertThatCode(() -> inspector.inspect(good)).doesNotThrowAnyException();
        assertThatCode(() -> inspector.inspect(kinds.get(4))).isInstanceOf(RejectedFrameException.class);
        assertThatCode(() -> inspector.inspect(kinds.get(5))).isInstanceOf(RejectedFrameException.class);
    }

    private static RejectionReason reasonOf(VehicleDetector detector, byte[] frame) {
        try {
            new JpegInspector(JpegLimits.defaults()).inspect(frame);
            detector.detect(frame);
        } catch (RejectedFrameException refused) {
            return refused.reason();
        }
        throw new AssertionError("a bad frame was taken");
    }

    private static VehicleDetector detector() {
        return ServedOperators.detector(new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU), VARIANT);
    }
}
