package io.jellybean.domain.io;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML or JSON file that still knows the line it stood on. */
sealed interface Located {

    /** The line of the value, from 1. */
    int line();

    /** The value as a person would name it in an error: {@code a list}, {@code "abc"}, {@code 12}. */
    String described();

    /** An object; {@code fields} keeps the order of the file. */
    record Fields(int line, Map<String, Located> fields) implements Located {
        @Override
        public String described() {
            return "an object";
        }
    }

    /** A list. */
    record Items(int line, List<Located> items) implements Located {
        @Override
        public String described() {
            return "a list";
        }
    }

    /** A string, number, boolean or nothing at all. */
    record Scalar(int line, @Nullable Object value) implements Located {
        @Override
        public String described() {
            return value == null ? "empty" : value instanceof String text ? '"' + text + '"' : value.toString();
        }
    }
}
