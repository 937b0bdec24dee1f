package io.jellybean.cli.cluster.rest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flink sends stack traces as text; people want the line that says what went wrong. */
final class StackTraces {

    private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_0-9]+\\.)+(?=[A-Z])");

    private StackTraces() {}

    /** The innermost cause, without its package: {@code NoResourceAvailableException: Could not acquire ...}. */
    static String rootCause(String stackTrace) {
        List<String> lines = stackTrace
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("at ")
                        && !line.startsWith("...")
                        && !line.startsWith("Suppressed:")
                        && !line.startsWith("<Exception on server side")
                        && !line.startsWith("End of exception on server side"))
                .toList();
        String root = lines.isEmpty() ? stackTrace.strip() : lines.get(0);
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                root = line.substring("Caused by: ".length());
            }
        }
        Matcher matcher = PACKAGE.matcher(root);
        return matcher.replaceFirst("");
    }
}
