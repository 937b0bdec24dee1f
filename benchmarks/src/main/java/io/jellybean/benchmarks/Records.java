package io.jellybean.benchmarks;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.jobs.record.VehicleFrame;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A frame with five vehicles on its way from task to task, and into a topic. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class Records {

    private static final int VEHICLES = 5;
    private static final int BYTES_OF_A_CROP = 2_000;

    private final TypeSerializer<VehicleFrame> serializer =
            TypeInformation.of(VehicleFrame.class).createSerializer(new SerializerConfigImpl());
    private final DataOutputSerializer output = new DataOutputSerializer(VEHICLES * BYTES_OF_A_CROP * 2);
    private final DataInputDeserializer input = new DataInputDeserializer();
    private final VehicleFrame frame = new VehicleFrame(
            new DetectedFrame(
                    "cam-1",
                    7,
                    1_700_000_000_000L,
                    1_280,
                    720,
                    Collections.nCopies(VEHICLES, new DetectedVehicle("car", 0.9f, 1, 2, 30, 40))),
            Collections.nCopies(VEHICLES, new byte[BYTES_OF_A_CROP]),
            List.of(),
            1_700_000_000_100L);
    private byte[] written = {};

    @Setup
    public void write() throws IOException {
        written = serialize().clone();
    }

    @Benchmark
    public byte[] serialize() throws IOException {
        output.clear();
        serializer.serialize(frame, output);
        return output.getCopyOfBuffer();
    }

    @Benchmark
    public VehicleFrame deserialize() throws IOException {
        input.setBuffer(written);
        return serializer.deserialize(input);
    }

    @Benchmark
    public byte[] json() {
        return ResultJson.DETECTED_FRAME.encode(frame.detected());
    }
}
