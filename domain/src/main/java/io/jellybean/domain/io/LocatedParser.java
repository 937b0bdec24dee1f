package io.jellybean.domain.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the text of a YAML or JSON file into {@link Located} values. */
final class LocatedParser {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonParser parser;

    private LocatedParser(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Parses a whole file.
     *
     * @param file its name; one that ends in {@code .json} is read as JSON, any other as YAML
     * @throws BadInputException if the text is empty or not well formed; a key that stands twice counts as such
     */
    static Located parse(String file, String text) {
        JsonFactory factory = file.endsWith(".json") ? JSON : YAML;
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw notWellFormed(file, 1, "the file is empty");
            }
            LocatedParser reading = new LocatedParser(file, parser);
            Located root = reading.value(first);
            if (parser.nextToken() != null) {
                throw notWellFormed(file, reading.line(), "more follows after the end of the first document");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw notWellFormed(file, line, malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a string", impossible);
        }
    }

    private static BadInputException notWellFormed(String file, int line, String why) {
        String format = file.endsWith(".json") ? "JSON" : "YAML";
        String firstLine = why.lines().findFirst().orElse(why);
        return new BadInputException(
                List.of(new Mistake(file, line, "", "not well-formed %s: %s".formatted(format, firstLine))));
    }

    private Located value(JsonToken token) throws IOException {
        int line = line();
        return switch (token) {
            case START_OBJECT -> new Located.Fields(line, fields());
            case START_ARRAY -> new Located.Items(line, items());
            case VALUE_STRING -> new Located.Scalar(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located.Scalar(line, parser.getDecimalValue());
            case VALUE_TRUE -> new Located.Scalar(line, true);
            case VALUE_FALSE -> new Located.Scalar(line, false);
            case VALUE_NULL -> new Located.Scalar(line, null);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new JsonParseException(parser, "%s: unexpected %s".formatted(file, token));
        };
    }

    private Map<String, Located> fields() throws IOException {
        Map<String, Located> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser.nextToken()));
        }
        return fields;
    }

    private List<Located> items() throws IOException {
        List<Located> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
