package io.jellybean.cli.street;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.QuestionGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean questions}. */
@Command(
        name = "questions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists, one per line, what can be asked about a street: random questions without a frame, for training speech "
                    + "recognition, or all words, or all answers. Questions about frames, with their true answers, are "
                    + "written by \"jellybean street --questions\".",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean questions",
            "  jellybean questions --count 20000 --seed 7 --out target/questions.txt",
            "  jellybean questions --words",
            "",
            "Exit status: 0 listed, 1 failed or bad input."
        })
public final class QuestionsCommand implements Callable<Integer> {

    @ArgGroup
    private Listed listed = new Listed();

    /** One of them at most. */
    static final class Listed {
        @Option(
                names = "--count",
                paramLabel = "N",
                defaultValue = "10",
                description = "Random questions, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
        private int count = 10;

        @Option(names = "--words", description = "All words of all questions instead.")
        private boolean words;

        @Option(names = "--answers", description = "All answers instead.")
        private boolean answers;
    }

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed lists the same questions (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Write them there instead of printing them.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandFailedException.requireRange("--count", listed.count, 1, 1_000_000);
        List<String> lines = lines().toList();
        if (out == null) {
            System.out.println(String.join("\n", lines));
            return ExitCode.OK;
        }
        try {
            Files.write(out, lines);
            return ExitCode.OK;
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the file %s cannot be written: %s. Maybe name another with --out."
                            .formatted(out, unwritable.getMessage()),
                    unwritable);
        }
    }

    private Stream<String> lines() {
        if (listed.words) {
            return QuestionGrammar.words().stream();
        }
        if (listed.answers) {
            return QuestionGrammar.answers().stream();
        }
        return LongStream.range(0, listed.count).mapToObj(number -> QuestionGrammar.sentence(seed, number));
    }
}
