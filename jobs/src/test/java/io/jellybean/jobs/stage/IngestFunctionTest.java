package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.NumberedFrame;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
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

        restart();
        ingest.processElement(new IncomingFrame("cam-1", 1_003, "", GOOD), 0);

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number)
                .containsExactly(2L);
    }

    /** Whoever keeps results by camera and number would else have two of one name. */
    @Test
    void goesOnCountingWhenTheJobWasStoppedForAMonth() throws Exception {
        ingest.setStateTtlProcessingTime(0);
        send("cam-1", GOOD);

        restart();
        ingest.setStateTtlProcessingTime(Duration.ofDays(31).toMillis());
        ingest.processElement(new IncomingFrame("cam-1", 1_003, "", GOOD), 0);

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number)
                .containsExactly(1L);
    }

    /** The tracker must see a camera's frames in the order of their capture. */
    @Test
    void refusesAFrameThatWasCapturedBeforeOneThatCameAlready() throws Exception {
        send("cam-1", 1_000, "");
        send("cam-1", 900, "");
        send("cam-1", 1_100, "");

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number, NumberedFrame::capturedAtMillis)
                .containsExactly(tuple(0L, 1_000L), tuple(1L, 1_100L));
        assertThat(ingest.getSideOutput(Rejections.TAG))
                .extracting(StreamRecord::getValue)
                .extracting(RejectedFrame::reason)
                .containsExactly("out-of-order");
    }

    /** Else all frames would be refused until the clock is where it was. */
    @Test
    void takesTheFramesOfACameraWhoseClockWasSetBack() throws Exception {
        send("cam-1", 3_600_000, "");
        send("cam-1", 1_000, "");
        send("cam-1", 1_100, "");

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::number)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void liveDropsFramesThatBecameTooOldAndNumbersTheRest() throws Exception {
        live();

        ingest.setProcessingTime(10_000);
        send("cam-1", 8_900, "");
        send("cam-1", 9_000, "");
        send("cam-1", 9_800, "");
        send("cam-2", 9_500, "");

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::camera, NumberedFrame::number, NumberedFrame::capturedAtMillis)
                .containsExactly(tuple("cam-1", 0L, 9_800L), tuple("cam-2", 0L, 9_500L));
        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::freshUntilMillis)
                .containsExactly(10_800L, 10_500L);
        assertThat(ingest.getSideOutput(Rejections.TAG)).isNullOrEmpty();
    }

    @Test
    void liveNeverDropsAFrameThatSomethingIsAskedAbout() throws Exception {
        live();

        ingest.setProcessingTime(10_000);
        send("cam-1", 1_000, "r-1");

        assertThat(ingest.extractOutputValues())
                .extracting(NumberedFrame::request, NumberedFrame::freshUntilMillis)
                .containsExactly(tuple("r-1", NumberedFrame.ALWAYS_FRESH));
    }

    private void live() throws Exception {
        ingest.close();
        ingest = harness(Duration.ofSeconds(1));
        ingest.open();
    }

    private void send(String camera, byte[] jpeg) throws Exception {
        ingest.processElement(new IncomingFrame(camera, 1_000, "", jpeg), 0);
    }

    private void send(String camera, long capturedAtMillis, String request) throws Exception {
        ingest.processElement(new IncomingFrame(camera, capturedAtMillis, request, GOOD), 0);
    }

    /** As from a savepoint. */
    private void restart() throws Exception {
        OperatorSubtaskState state = ingest.snapshot(1, 1);
        ingest.close();
        ingest = harness();
        ingest.initializeState(state);
        ingest.open();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, IncomingFrame, NumberedFrame> harness()
            throws Exception {
        return harness(null);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, IncomingFrame, NumberedFrame> harness(
            @Nullable Duration maxAge) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new IngestFunction("ingest-cameras", maxAge)),
                IncomingFrame::camera,
                Types.STRING);
    }
}
