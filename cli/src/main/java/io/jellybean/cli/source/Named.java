package io.jellybean.cli.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that a person gave a name, such as {@code gate=rtsp://10.0.0.7/stream}, or did not.
 *
 * @param name 1 to 64 of {@code A-Z a-z 0-9 . _ -}; null if there is none
 */
record Named(@Nullable String name, String value) {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9._-]{1,64})=(.+)");

    /** A value with another character before its first {@code =}, such as {@code ./a=b.mp4}, has no name. */
    static Named parse(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches() ? new Named(named.group(1), named.group(2)) : new Named(null, text);
    }

    /** The name, or else one made of a word that says where the value comes from. */
    String nameOr(String word) {
        String allowed = word.replaceAll("[^A-Za-z0-9._-]+", "-");
        return name != null ? name : allowed.substring(0, Math.min(64, allowed.length()));
    }
}
