package io.jellybean.cli.evaluate;

import io.jellybean.cli.CommandFailedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds of streets as a person writes them: one, or all from one to another. */
final class Seeds {

    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MOST = 1_000;

    private Seeds() {}

    static List<Long> parse(String seeds) {
        Matcher range = SEEDS.matcher(seeds);
        if (range.matches()) {
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
            if (first <= last && last - first < MOST) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        }
        throw new CommandFailedException(
                "--seeds must be a number or a range such as 5001-5006 of at most %d streets, but was \"%s\""
                        .formatted(MOST, seeds));
    }
}
