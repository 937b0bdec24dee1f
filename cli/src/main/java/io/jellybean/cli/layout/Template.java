package io.jellybean.cli.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file with places for values, such as {@code {{name}}}. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** One that lies beside this class. */
    static Template read(String resource) {
        try (@Nullable InputStream bytes = Template.class.getResourceAsStream(resource)) {
            return new Template(
                    new String(Objects.requireNonNull(bytes, resource).readAllBytes(), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + resource, failed);
        }
    }

    /**
     * Its text with the values.
     *
     * @throws NullPointerException if there is none for a place
     */
    String with(Map<String, ?> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        String.valueOf(Objects.requireNonNull(values.get(place.group(1)), place.group(1)))));
    }

    /** A number as people write it: without a fraction if there is none. */
    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
