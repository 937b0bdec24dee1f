package io.jellybean.domain.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file being written; fields stand in the order they were put. Not thread-safe. */
final class JsonObject {

    /** The same text on every platform. */
    private static final ObjectWriter WRITER =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Puts a field; null leaves it out. */
    JsonObject put(String key, @Nullable Object value) {
        if (value != null) {
            fields.put(key, value);
        }
        return this;
    }

    JsonObject put(String key, JsonObject object) {
        fields.put(key, object.fields);
        return this;
    }

    /** Puts an enum constant as {@link FieldReader#oneOf} reads it. */
    JsonObject put(String key, Enum<?> constant) {
        fields.put(key, FieldReader.nameOf(constant));
        return this;
    }

    /** Puts one object for each item. */
    <T> JsonObject putAll(String key, List<T> items, Function<T, JsonObject> write) {
        fields.put(key, items.stream().map(item -> write.apply(item).fields).toList());
        return this;
    }

    /** The file's text, pretty-printed, with a newline at its end. */
    String text() {
        try {
            return WRITER.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("writing plain maps and lists", impossible);
        }
    }
}
