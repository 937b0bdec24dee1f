package io.jellybean.domain.io;

import io.jellybean.domain.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a file and notes every mistake instead of stopping at the first. A field that is
 * missing or wrong reads as a harmless stand-in, which never gets out: {@link #build} makes nothing once a mistake was
 * noted in the object or below it. Not thread-safe.
 */
final class FieldReader {

    private final String file;
    private final String path;
    private final Located.Fields object;
    private final List<Mistake> mistakes;
    private final int mistakesBefore;
    private final Set<String> known = new LinkedHashSet<>();

    private FieldReader(String file, String path, Located.Fields object, List<Mistake> mistakes) {
        this.file = file;
        this.path = path;
        this.object = object;
        this.mistakes = mistakes;
        this.mistakesBefore = mistakes.size();
    }

    /**
     * Reads a whole file.
     *
     * @param read takes the fields of the file's one object and ends with {@link #build}
     * @throws BadInputException with all mistakes, if there are any
     */
    static <T> T readFile(String file, String text, Function<FieldReader, Optional<T>> read) {
        Located root = LocatedParser.parse(file, text);
        List<Mistake> mistakes = new ArrayList<>();
        Optional<T> result = Optional.empty();
        if (root instanceof Located.Fields object) {
            result = read.apply(new FieldReader(file, "", object, mistakes));
        } else {
            mistakes.add(new Mistake(file, root.line(), "", "must be an object, but is " + root.described()));
        }
        return result.orElseThrow(() -> new BadInputException(mistakes));
    }

    /** A text that must be there and not blank. */
    String text(String key) {
        Object value = required(key, "a text");
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        if (value instanceof BigDecimal || value instanceof Boolean) {
            wrong(key, "must be a text, but is %s. Maybe put it in quotes".formatted(value));
        } else if (value != null) {
            wrong(key, "must be a text, but is \"%s\"".formatted(value));
        }
        return "";
    }

    /** A text, or {@code fallback} where the field is left out. */
    String text(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    /** A text, or nothing where the field is left out or null. */
    @Nullable
    String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    /** A number of the given range that must be there. */
    double number(String key, Range range) {
        Object value = required(key, range.rule());
        if (value instanceof BigDecimal number) {
            if (range.contains(number.doubleValue())) {
                return number.doubleValue();
            }
            wrong(key, "must be %s, but is %s".formatted(range.rule(), number));
        } else if (value != null) {
            wrong(key, "must be %s, but is %s".formatted(range.rule(), described(key)));
        }
        return Double.NaN;
    }

    /** A number of the given range, or {@code fallback} where the field is left out. */
    double number(String key, Range range, double fallback) {
        return has(key) ? number(key, range) : fallback;
    }

    /** A number of the given range, or nothing where the field is left out. */
    @Nullable
    Double optionalNumber(String key, Range range) {
        return has(key) ? (Double) number(key, range) : null;
    }

    /** A whole number that must be there. */
    long whole(String key, long least, long greatest) {
        Range range = Range.wholeFrom(least, greatest);
        double number = number(key, range);
        if (!Double.isNaN(number) && number != Math.rint(number)) {
            wrong(key, "must be %s, but is %s".formatted(range.rule(), number));
        }
        return Double.isNaN(number) ? least : Math.round(number);
    }

    /** A whole number, or {@code fallback} where the field is left out. */
    long whole(String key, long least, long greatest, long fallback) {
        return has(key) ? whole(key, least, greatest) : fallback;
    }

    /** True or false, or {@code fallback} where the field is left out. */
    boolean flag(String key, boolean fallback) {
        if (!has(key)) {
            return fallback;
        }
        Object value = required(key, "true or false");
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            wrong(key, "must be true or false, but is " + described(key));
        }
        return fallback;
    }

    /** One of the names of an enum, in lower case with dashes, that must be there. */
    <E extends Enum<E>> E oneOf(String key, Class<E> choices) {
        String text = text(key);
        E[] constants = choices.getEnumConstants();
        for (E constant : constants) {
            if (nameOf(constant).equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            String names = List.of(constants).stream().map(FieldReader::nameOf).collect(Collectors.joining(", "));
            wrong(key, "must be one of %s, but is \"%s\"".formatted(names, text));
        }
        return constants[0];
    }

    /** One of the names of an enum, or {@code fallback} where the field is left out. */
    <E extends Enum<E>> E oneOf(String key, Class<E> choices, E fallback) {
        return has(key) ? oneOf(key, choices) : fallback;
    }

    /** How an enum constant is spelt in a file. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The objects of a list that must be there; those with mistakes are left out. */
    <T> List<T> objects(String key, Function<FieldReader, Optional<T>> read) {
        List<T> results = new ArrayList<>();
        List<Located> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            childAt("%s[%d]".formatted(key, i), items.get(i)).flatMap(read).ifPresent(results::add);
        }
        return results;
    }

    /** As {@link #objects}, empty where the field is left out. */
    <T> List<T> optionalObjects(String key, Function<FieldReader, Optional<T>> read) {
        return has(key) ? objects(key, read) : List.of();
    }

    /** The objects of a list, or one object in place of a list of one; empty where the field is left out. */
    <T> List<T> oneOrMany(String key, Function<FieldReader, Optional<T>> read) {
        if (object.fields().get(key) instanceof Located.Fields) {
            return object(key, read).stream().toList();
        }
        return optionalObjects(key, read);
    }

    /** The texts of a list that must be there. */
    List<String> texts(String key) {
        List<String> results = new ArrayList<>();
        List<Located> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Located.Scalar scalar && scalar.value() instanceof String text) {
                results.add(text);
            } else {
                String item = "%s[%d]".formatted(key, i);
                noteAt(
                        items.get(i),
                        item,
                        "must be a text, but is " + items.get(i).described());
            }
        }
        return results;
    }

    /** The numbers of a list that must be there. */
    List<Double> numbers(String key, Range range) {
        List<Double> results = new ArrayList<>();
        List<Located> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Located.Scalar scalar
                    && scalar.value() instanceof BigDecimal number
                    && range.contains(number.doubleValue())) {
                results.add(number.doubleValue());
            } else {
                String item = "%s[%d]".formatted(key, i);
                noteAt(
                        items.get(i),
                        item,
                        "must be %s, but is %s"
                                .formatted(range.rule(), items.get(i).described()));
            }
        }
        return results;
    }

    /** Two ends within 0..1, or nothing where the field is left out. */
    @Nullable
    Interval optionalInterval(String key) {
        if (!has(key)) {
            return null;
        }
        List<Double> ends = numbers(key, Range.FRACTION);
        if (ends.size() == 2 && ends.get(0) <= ends.get(1)) {
            return new Interval(ends.get(0), ends.get(1));
        }
        wrong(key, "must be two numbers, the lower end and the upper end");
        return null;
    }

    /** One object that must be there; empty if it is missing, wrong or has mistakes in it. */
    <T> Optional<T> object(String key, Function<FieldReader, Optional<T>> read) {
        known.add(key);
        Located value = object.fields().get(key);
        if (value == null) {
            missing(key, "an object");
            return Optional.empty();
        }
        return childAt(key, value).flatMap(read);
    }

    /** The keys of this object, for objects whose keys are names that the user chose. */
    Set<String> keys() {
        return object.fields().keySet();
    }

    /** Whether the field is there and not empty. */
    boolean has(String key) {
        known.add(key);
        Located value = object.fields().get(key);
        return value != null && !(value instanceof Located.Scalar scalar && scalar.value() == null);
    }

    /** Notes that a field breaks a rule which this reader does not know itself. */
    void wrong(String key, String message) {
        Located value = object.fields().get(key);
        noteAt(value == null ? object : value, key, message);
    }

    /**
     * Ends the reading of this object: unknown keys are mistakes; where there were none at all, the value is made.
     *
     * @param make may throw {@link IllegalArgumentException}, which is noted as a mistake of the object
     */
    <T> Optional<T> build(Supplier<T> make) {
        for (Map.Entry<String, Located> field : object.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                noteAt(field.getValue(), field.getKey(), "is not known here. Known are: " + String.join(", ", known));
            }
        }
        if (mistakes.size() > mistakesBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException broken) {
            mistakes.add(new Mistake(file, object.line(), path, String.valueOf(broken.getMessage())));
            return Optional.empty();
        }
    }

    private @Nullable Object required(String key, String rule) {
        known.add(key);
        Located value = object.fields().get(key);
        if (value == null) {
            missing(key, rule);
            return null;
        }
        if (value instanceof Located.Scalar scalar && scalar.value() != null) {
            return scalar.value();
        }
        noteAt(value, key, "must be %s, but is %s".formatted(rule, value.described()));
        return null;
    }

    private List<Located> items(String key) {
        known.add(key);
        Located value = object.fields().get(key);
        if (value instanceof Located.Items list) {
            return list.items();
        }
        if (value == null) {
            missing(key, "a list");
        } else {
            noteAt(value, key, "must be a list, but is " + value.described());
        }
        return List.of();
    }

    private Optional<FieldReader> childAt(String key, Located value) {
        if (value instanceof Located.Fields fields) {
            return Optional.of(new FieldReader(file, pathOf(key), fields, mistakes));
        }
        noteAt(value, key, "must be an object, but is " + value.described());
        return Optional.empty();
    }

    private String described(String key) {
        Located value = object.fields().get(key);
        return value == null ? "missing" : value.described();
    }

    private void missing(String key, String rule) {
        mistakes.add(
                new Mistake(file, object.line(), pathOf(key), "is missing. Maybe add \"%s\": %s".formatted(key, rule)));
    }

    private void noteAt(Located where, String key, String message) {
        mistakes.add(new Mistake(file, where.line(), pathOf(key), message));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
