package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.NumberedFrame;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestFunctionTest {

    private static final byte[] GOOD = Pictures.jpeg();
    private static final byte[] NOTHING = {};

    private KeyedOneInputStreamOperatorTestHarness<String, IncomingFrame, NumberedFrame> ingest;

    @BeforeEach
    void open() throws Exception {
        ingest = harness();
        ingest.open();
    }

    @AfterEach
    void close() throws Exception {
        ingest.close();
    }

    @Test
    void numbersEachCamerasFramesWithoutGaps() throws Exception {
        send("cam-1", GOOD);
        send("cam-2", GOOD);
        send("cam-1", GOOD);

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::camera, NumberedFrame::number)
                .containsExactly(tuple("cam-1", 0L), tuple("cam-2", 0L), tuple("cam-1", 1L));
    }

    /** Otherwise the tracker would wait for it for ever. */
    @Test
    void theNumberOfARefusedFrameGoesOnWithoutItsPicture() throws Exception {
        send("cam-1", NOTHING);
        send("cam-1", GOOD);

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number, NumberedFrame::isRejected)
                .containsExactly(tuple(0L, true), tuple(1L, false));
        assertThat(ingest.getSideOutput(Rejections.TAG))
                .extracting(StreamRecord::getValue)
                .extracting(RejectedFrame::camera, RejectedFrame::operator, RejectedFrame::reason)
                .containsExactly(tuple("cam-1", "ingest-cameras", "empty"));
    }

    @Test
    void aFrameWithoutCameraIsReportedAndGetsNoNumber() throws Exception {
        send("", GOOD);
        send("not a camera!", GOOD);

        assertThat(ingest.extractOutputValues()).isEmpty();
        assertThat(ingest.getSideOutput(Rejections.TAG))
                .extracting(StreamRecord::getValue)
                .extracting(RejectedFrame::reason)
                .containsExactly("no-camera", "no-camera");
    }

    @Test
    void goesOnCountingAfterARestart() throws Exception {
        send("cam-1", GOOD);
        send("cam-1", GOOD);
        OperatorSubtaskState state = ingest.snapshot(1, 1);

        ingest.close();
        ingest = harness();
        ingest.initializeState(state);
        ingest.open();
        ingest.processElement(new IncomingFrame("cam-1", 3, "", GOOD), 0);

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number)
                .containsExactly(2L);
    }

    private void send(String camera, byte[] jpeg) throws Exception {
        ingest.processElement(new IncomingFrame(camera, 1_000, "", jpeg), 0);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, IncomingFrame, NumberedFrame> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new IngestFunction("ingest-cameras")), IncomingFrame::camera, Types.STRING);
    }
}
