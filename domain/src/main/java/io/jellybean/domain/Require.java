package io.jellybean.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that many records share; each throws {@link IllegalArgumentException} naming the thing and its value. */
public final class Require {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private Require() {}

    /** Lower-case letters, digits and dashes: safe in file names, Flink uids and resource names. */
    public static void name(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s must be lower-case letters, digits and dashes, but was \"%s\"".formatted(what, value));
        }
    }

    /** Some text. */
    public static void text(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
    }

    /** Requires neither NaN nor an infinity. */
    public static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be a finite number, but was %s".formatted(what, value));
        }
    }

    /** A finite number > 0. */
    public static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be > 0, but was %s".formatted(what, value));
        }
    }

    /** A whole number > 0. */
    public static void positive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s must be > 0, but was %d".formatted(what, value));
        }
    }

    /** A finite number >= 0. */
    public static void notNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be >= 0, but was %s".formatted(what, value));
        }
    }

    /** A whole number >= 0. */
    public static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s must be >= 0, but was %d".formatted(what, value));
        }
    }

    /** A number > 0 and <= 1. */
    public static void positiveFraction(String what, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be > 0 and <= 1, but was %s".formatted(what, value));
        }
    }

    /** Values that differ from each other. */
    public static void distinct(String what, Collection<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException("%s: \"%s\" stands twice".formatted(what, value));
            }
        }
    }

    /** No broken rule; else all of them in one message. */
    public static void unbroken(String what, List<String> brokenRules) {
        if (!brokenRules.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + String.join("; ", brokenRules));
        }
    }
}
