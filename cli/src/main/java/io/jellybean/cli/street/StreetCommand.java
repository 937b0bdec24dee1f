package io.jellybean.cli.street;

import static java.util.Objects.requireNonNull;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.simulator.LabelledSet;
import io.jellybean.simulator.LabelledSetSettings;
import io.jellybean.simulator.StreetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean street}. */
@Command(
        name = "street",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws simulated streets and saves their frames with the ground truth, for training and for evaluation: "
                    + "DIR/images/*.jpg, DIR/images.csv, DIR/labels.csv. The same options draw the same pixels.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean street --seeds 7 --out target/street-7",
            "  jellybean street --seeds 1-700 --frames 4 --every 61 --out target/streets/train",
            "",
            "Exit status: 0 saved, 1 failed or bad input."
        })
public final class StreetCommand implements Callable<Integer> {

    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MOST_STREETS = 10_000;

    @Option(
            names = "--seeds",
            paramLabel = "N[-M]",
            defaultValue = "1",
            description = "One street, or all from one seed to another (default: ${DEFAULT-VALUE}).")
    private String seeds = "1";

    @Option(
            names = "--cameras",
            paramLabel = "N",
            defaultValue = "3",
            description = "Cameras along each street, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int cameras;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "10",
            description = "Frames of each camera, 1 to 100000 (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "30",
            description = "Save every n-th frame only; cameras take 15 a second (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to save them.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandFailedException.requireRange("--cameras", cameras, 1, 64);
        CommandFailedException.requireRange("--frames", frames, 1, 100_000);
        CommandFailedException.requireRange("--every", every, 1, 100_000);
        Path directory = requireNonNull(out);
        LabelledSetSettings settings = new LabelledSetSettings(seeds(), cameras, frames, every, 0);
        String title = "Drawing %d streets".formatted(settings.seeds().size());
        try (Step step = Terminal.ofStandardError().step(title, settings.seeds().size())) {
            new LabelledSet(settings, StreetSettings.defaults()).write(directory, step::advance);
            step.done("%d frames in %s".formatted(settings.seeds().size() * cameras * frames, directory));
            return ExitCode.OK;
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --out."
                            .formatted(directory, unwritable.getMessage()),
                    unwritable);
        }
    }

    private List<Long> seeds() {
        Matcher range = SEEDS.matcher(seeds);
        if (range.matches()) {
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
            if (first <= last && last - first < MOST_STREETS) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        }
        throw new CommandFailedException(
                "--seeds must be a number or a range such as 1-700 of at most %d streets, but was \"%s\""
                        .formatted(MOST_STREETS, seeds));
    }
}
