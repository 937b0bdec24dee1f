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
import java.util.concurrent.Callable;
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
                    + "DIR/images/*.jpg, DIR/images.csv, DIR/labels.csv and, with --questions, DIR/questions.csv. "
                    + "The same options draw the same pixels.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean street --seeds 7 --out target/street-7",
            "  jellybean street --seeds 1-700 --frames 4 --every 61 --out target/streets/train",
            "  jellybean street --seeds 7 --questions 5 --out target/street-7",
            "  jellybean street --seeds 7 --vehicles-per-minute 100 --size 1280x720 --jpeg-quality 0.6 --out target/busy",
            "",
            "Exit status: 0 saved, 1 failed or bad input."
        })
public final class StreetCommand implements Callable<Integer> {

    private static final int MOST_STREETS = 10_000;

    /** Of what must be above 0. */
    private static final double LEAST = 0.01;

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
            description = "Save every n-th frame only (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "0",
            description = "Ask up to N questions about each frame, with their answers, 0 to 100 (default: none).")
    private int questions;

    @Option(
            names = "--vehicles-per-minute",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Vehicles that enter a street in a minute, from both ends, 0 to 120 (default: ${DEFAULT-VALUE}).")
    private double vehiclesPerMinute;

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "15",
            description = "Frames that each camera takes in a second, up to 120 (default: ${DEFAULT-VALUE}).")
    private double framesPerSecond;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x360",
            description = "Pixels of a frame, 160x90 to 3840x2160 (default: ${DEFAULT-VALUE}).")
    private String size = "640x360";

    @Option(
            names = "--jpeg-quality",
            paramLabel = "Q",
            defaultValue = "0.85",
            description = "Above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
    private double jpegQuality;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to save them.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandFailedException.requireRange("--cameras", cameras, 1, 64);
        CommandFailedException.requireRange("--frames", frames, 1, 100_000);
        CommandFailedException.requireRange("--every", every, 1, 100_000);
        Path directory = requireNonNull(out);
        CommandFailedException.requireRange("--questions", questions, 0, 100);
        StreetSettings streetSettings = streetSettings();
        LabelledSetSettings settings = new LabelledSetSettings(
                Seeds.parse(seeds, "1-700", MOST_STREETS), cameras, frames, every, 0, questions);
        String title = "Drawing %d streets".formatted(settings.seeds().size());
        try (Step step = Terminal.ofStandardError().step(title, settings.seeds().size())) {
            new LabelledSet(settings, streetSettings).write(directory, step::advance);
            step.done("%d frames in %s".formatted(settings.seeds().size() * cameras * frames, directory));
            return ExitCode.OK;
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --out."
                            .formatted(directory, unwritable.getMessage()),
                    unwritable);
        }
    }

    private StreetSettings streetSettings() {
        FrameSize frameSize = FrameSize.parse(size);
        CommandFailedException.requireRange("--vehicles-per-minute", vehiclesPerMinute, 0, 120);
        CommandFailedException.requireRange("--fps", framesPerSecond, LEAST, 120);
        CommandFailedException.requireRange("--jpeg-quality", jpegQuality, LEAST, 1);
        return StreetSettings.defaults()
                .withFrameSize(frameSize.width(), frameSize.height())
                .withVehiclesPerMinute(vehiclesPerMinute)
                .withFramesPerSecond(framesPerSecond)
                .withJpegQuality(jpegQuality);
    }
}
