package io.jellybean.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.association.AssociatorState;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireRecordsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                IncomingFrame.class,
                NumberedFrame.class,
                VehicleFrame.class,
                FollowedFrame.class,
                AssociatedTrack.class,
                AssociatorState.class,
                IncomingQuestion.class,
                HeardQuestion.class,
                FrameFeatures.class,
                AnsweredQuestion.class,
                DetectedFrame.class,
                TrackedFrame.class,
                RejectedFrame.class,
                CameraState.class,
                IngestedCamera.class
            })
    void travelsWithoutKryo(Class<?> record) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
    }

    @Test
    void knowsHowManyBytesAFrameTakes() throws IOException {
        NumberedFrame frame = new NumberedFrame(
                "cam-1", 7, 1_700_000_000_000L, "r-17", new byte[31_234], NumberedFrame.ALWAYS_FRESH, 1);

        assertThat(WireSize.bytes(frame)).isEqualTo(bytesThatFlinkWrites(frame, NumberedFrame.class));
    }

    @Test
    void knowsHowManyBytesTheVehiclesInAFrameTake() throws IOException {
        DetectedVehicle car = new DetectedVehicle("car", 0.9f, 1, 2, 3, 4);
        DetectedVehicle truck = new DetectedVehicle("truck", 0.8f, 5, 6, 7, 8);
        DetectedFrame frame = new DetectedFrame("cam-1", 7, 1_700_000_000_000L, 640, 360, List.of(car, truck));

        assertThat(WireSize.bytes(frame)).isEqualTo(bytesThatFlinkWrites(frame, DetectedFrame.class));
    }

    private static <T> long bytesThatFlinkWrites(T record, Class<T> type) throws IOException {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer output = new DataOutputSerializer(64);
        serializer.serialize(record, output);
        return output.length();
    }
}
