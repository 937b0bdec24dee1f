package io.jellybean.cli.replan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.planner.replan.MetricSnapshot;

/** A snapshot as one line of JSON: the names of its parts, times in ISO 8601, worker groups as {@code tier/type}. */
final class SnapshotJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(GroupId.class, ToStringSerializer.instance)
                    .addDeserializer(GroupId.class, new GroupReader())
                    .addKeyDeserializer(GroupId.class, new GroupKeyReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // what follows from the rest
            .build();

    private SnapshotJson() {}

    static String text(MetricSnapshot snapshot) {
        try {
            return JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("No JSON can be made of " + snapshot, impossible);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no snapshot
     */
    static MetricSnapshot parse(String line) {
        try {
            return JSON.readValue(line, MetricSnapshot.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("no snapshot: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static final class GroupReader extends FromStringDeserializer<GroupId> {

        private static final long serialVersionUID = 1;

        GroupReader() {
            super(GroupId.class);
        }

        @Override
        protected GroupId _deserialize(String value, DeserializationContext context) {
            return GroupId.parse(value);
        }
    }

    private static final class GroupKeyReader extends KeyDeserializer {

        @Override
        public GroupId deserializeKey(String key, DeserializationContext context) {
            return GroupId.parse(key);
        }
    }
}
