package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import java.util.Arrays;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectFunctionTest {

    private static final String VARIANT = "vehicle-detector-s";
    private static final DetectedFrame NOTHING = DetectedFrame.rejected("cam-1", 7, 1_000);

    private OneInputStreamOperatorTestHarness<NumberedFrame, VehicleFrame> detect;

    @BeforeEach
    void open() throws Exception {
        PlannedModel model =
                new PlannedModel(VARIANT, PackagedModels.manifest(VARIANT).sha256(), ExecutionProvider.CPU);
        detect = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DetectFunction("detect", model, false)));
        detect.open();
    }

    @AfterEach
    void close() throws Exception {
        detect.close();
    }

    @Test
    void looksAtAFrame() throws Exception {
        detect.processElement(frame(Pictures.jpeg()), 0);

        assertThat(detect.extractOutputValues()).singleElement().satisfies(seen -> {
            assertThat(seen.number()).isEqualTo(7);
            assertThat(seen.detected().frameWidth()).isEqualTo(320);
            assertThat(seen.detected().frameHeight()).isEqualTo(180);
        });
    }

    @Test
    void aFrameThatDoesNotDecodeIsReportedAndItsNumberGoesOn() throws Exception {
        byte[] corrupt = Pictures.jpeg();
        Arrays.fill(corrupt, 20, 160, (byte) 0x11);

        detect.processElement(frame(corrupt), 0);

        assertThat(detect.extractOutputValues())
                .extracting(VehicleFrame::detected)
                .containsExactly(NOTHING);
        assertThat(detect.getSideOutput(Rejections.TAG))
                .extracting(StreamRecord::getValue)
                .extracting(RejectedFrame::operator)
                .containsExactly("detect");
    }

    @Test
    void aFrameThatIngestRefusedIsNotReportedTwice() throws Exception {
        detect.processElement(frame(new byte[0]), 0);

        assertThat(detect.extractOutputValues())
                .extracting(VehicleFrame::detected)
                .containsExactly(NOTHING);
        assertThat(detect.getSideOutput(Rejections.TAG)).isNull();
    }

    /** Under the policy live: no detector works for a picture that nobody wants any more. */
    @Test
    void aFrameThatBecameTooOldOnItsWayIsNotLookedAt() throws Exception {
        detect.setProcessingTime(2_001);

        detect.processElement(new NumberedFrame("cam-1", 7, 1_000, "", Pictures.jpeg(), 2_000, 0), 0);

        assertThat(detect.extractOutputValues())
                .extracting(VehicleFrame::detected)
                .containsExactly(NOTHING);
        assertThat(detect.getSideOutput(Rejections.TAG)).isNull();
    }

    private static NumberedFrame frame(byte[] jpeg) {
        return new NumberedFrame("cam-1", 7, 1_000, "", jpeg, NumberedFrame.ALWAYS_FRESH, 0);
    }
}
