package io.jellybean.cli.speech;

import static java.util.Objects.requireNonNull;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.simulator.SpeechSet;
import io.jellybean.simulator.SpeechSetSettings;
import io.jellybean.simulator.SpeechSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean speech}. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has questions spoken by many voices and saves them with their words, for training and for evaluation: "
                    + "DIR/audio/*.wav, DIR/audio.csv. The same options give the same sounds. "
                    + "Needs espeak-ng (apt-get install espeak-ng).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean questions --count 20000 --out target/questions.txt",
            "  jellybean speech --sentences target/questions.txt --split test --out target/speech-test",
            "  jellybean speech --sentences target/questions.txt --utterances 4000 --out target/speech/train",
            "",
            "Exit status: 0 saved, 1 failed or bad input."
        })
public final class SpeechCommand implements Callable<Integer> {

    @Option(
            names = "--sentences",
            paramLabel = "FILE",
            required = true,
            description = "A text file with a sentence on each line: letters in lower case, no marks.")
    private @Nullable Path sentences;

    @Option(
            names = "--split",
            paramLabel = "train|test",
            defaultValue = "train",
            description =
                    "Which sentences and voices: those for training, or those held out (default: ${DEFAULT-VALUE}).")
    private String split = "train";

    @Option(
            names = "--utterances",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many to speak, 1 to 100000 (default: ${DEFAULT-VALUE}).")
    private int utterances;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the draws of sentences, voices and noises (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--mu-law", description = "8 bits per sample (ITU-T G.711) instead of 16: half the size.")
    private boolean muLaw;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to save them.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandFailedException.requireRange("--utterances", utterances, 1, 100_000);
        Path directory = requireNonNull(out);
        SpeechSetSettings settings = new SpeechSetSettings(sentences(split()), split(), utterances, seed, muLaw);
        String title = "Speaking %d sentences".formatted(utterances);
        try (Step step = Terminal.ofStandardError().step(title, utterances)) {
            new SpeechSet(settings).write(directory, step::advance);
            step.done("%d sounds in %s".formatted(utterances, directory));
            return ExitCode.OK;
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --out."
                            .formatted(directory, unwritable.getMessage()),
                    unwritable);
        }
    }

    private List<String> sentences(SpeechSplit split) {
        Path file = requireNonNull(sentences);
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            lines.stream()
                    .filter(line -> !line.matches("[a-z]+(?: [a-z]+)*"))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new CommandFailedException(
                                "--sentences %s: \"%s\" must be words in lower case with single spaces and no marks"
                                        .formatted(file, line));
                    });
            if (lines.stream().noneMatch(line -> SpeechSplit.of(line) == split)) {
                throw new CommandFailedException(
                        "--sentences %s: none of %d sentences belongs to the split %s. Maybe list more: jellybean questions"
                                .formatted(file, lines.size(), split.label()));
            }
            return lines;
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "--sentences %s cannot be read: %s. Maybe name another file."
                            .formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }

    private SpeechSplit split() {
        return switch (split) {
            case "train" -> SpeechSplit.TRAIN;
            case "test" -> SpeechSplit.TEST;
            default ->
                throw new CommandFailedException("--split must be train or test, but was \"%s\"".formatted(split));
        };
    }
}
