package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.NumberedFrame;
import java.util.Arrays;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectFunctionTest {

    private static final String VARIANT = "vehicle-detector-s";

    private OneInputStreamOperatorTestHarness<NumberedFrame, DetectedFrame> detect;

    @BeforeEach
    void open() throws Exception {
        detect = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new DetectFunction(
                "detect", VARIANT, PackagedModels.manifest(VARIANT).sha256(), ExecutionProvider.CPU)));
        detect.open();
    }

    @AfterEach
    void close() throws Exception {
        detect.close();
    }

    @Test
    void looksAtAFrame() throws Exception {
        detect.processElement(new NumberedFrame("cam-1", 7, 1_000, Pictures.jpeg()), 0);

        assertThat(detect.extractOutputValues()).singleElement().satisfies(seen -> {
            assertThat(seen.number()).isEqualTo(7);
            assertThat(seen.frameWidth()).isEqualTo(320);
            assertThat(seen.frameHeight()).isEqualTo(180);
        });
    }

    @Test
    void aFrameThatDoesNotDecodeIsReportedAndItsNumberGoesOn() throws Exception {
        byte[] corrupt = Pictures.jpeg();
        Arrays.fill(corrupt, 20, 160, (byte) 0x11);

        detect.processElement(new NumberedFrame("cam-1", 7, 1_000, corrupt), 0);

        assertThat(detect.extractOutputValues()).containsExactly(DetectedFrame.rejected("cam-1", 7, 1_000));
        assertThat(detect.getSideOutput(Rejections.TAG))
                .extracting(StreamRecord::getValue)
                .extracting(RejectedFrame::operator)
                .containsExactly("detect");
    }

    @Test
    void aFrameThatIngestRefusedIsNotReportedTwice() throws Exception {
        detect.processElement(new NumberedFrame("cam-1", 7, 1_000, new byte[0]), 0);

        assertThat(detect.extractOutputValues()).containsExactly(DetectedFrame.rejected("cam-1", 7, 1_000));
        assertThat(detect.getSideOutput(Rejections.TAG)).isNull();
    }
}
