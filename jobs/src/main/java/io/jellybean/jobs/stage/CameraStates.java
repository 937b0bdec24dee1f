package io.jellybean.jobs.stage;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** State of cameras, of which any number may come and go. */
final class CameraStates {

    private CameraStates() {}

    /** State that is forgotten when its camera has sent nothing for so long. */
    static <T> ValueStateDescriptor<T> forgottenAfter(Duration silence, String name, Class<T> type) {
        ValueStateDescriptor<T> state = new ValueStateDescriptor<>(name, TypeInformation.of(type));
        state.enableTimeToLive(StateTtlConfig.newBuilder(silence).build());
        return state;
    }
}
