package example;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.operators.SlotSharingGroup;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Numbers come up in the tier edge and are counted by remainder in the tier named by the only argument. */
public final class CountingJob {

    public static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setMaxParallelism(8);
        environment.enableCheckpointing(1_000);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                index -> index, Long.MAX_VALUE, RateLimiterStrategy.perSecond(500), Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .uid("numbers")
                .setParallelism(1)
                .slotSharingGroup(group("edge"))
                .keyBy(number -> number % 8, Types.LONG)
                .process(new Count())
                .uid("count")
                .name("count")
                .setParallelism(2)
                .slotSharingGroup(group(arguments[0]))
                .sinkTo(new DiscardingSink<>())
                .uid("sink")
                .name("sink")
                .setParallelism(2);
        environment.execute("counting");
    }

    private static SlotSharingGroup group(String tier) {
        return SlotSharingGroup.newBuilder(tier)
                .setCpuCores(1.0)
                .setTaskHeapMemoryMB(80)
                .setTaskOffHeapMemoryMB(40)
                .setManagedMemory(MemorySize.ZERO)
                .setExternalResource("tier-" + tier, 1.0)
                .build();
    }

    private static final class Count extends KeyedProcessFunction<Long, Long, Long> {

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
            Long before = count.value();
            count.update(before == null ? 1 : before + 1);
            out.collect(count.value());
        }
    }
}
