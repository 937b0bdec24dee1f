package io.jellybean.cli.street;

import io.jellybean.cli.CommandFailedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds of streets as a person writes them: one, or all from one to another. */
public final class Seeds {

    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private Seeds() {}

    /**
     * The seeds that these words mean.
     *
     * @param seeds the value of the option {@code --seeds}
     * @param example of a range, for whoever has written something else
     * @param most seeds at once
     * @throws CommandFailedException if it is neither a number nor such a range
     */
    public static List<Long> parse(String seeds, String example, int most) {
        Matcher range = SEEDS.matcher(seeds);
        if (range.matches()) {
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
            if (first <= last && last - first < most) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        }
        throw new CommandFailedException(
                "--seeds must be a number or a range such as %s of at most %d streets, but was \"%s\""
                        .formatted(example, most, seeds));
    }
}
