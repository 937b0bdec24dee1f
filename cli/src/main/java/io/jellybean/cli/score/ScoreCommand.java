package io.jellybean.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Table;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.domain.io.Mistake;
import io.jellybean.operators.scoring.TrackingScore;
import io.jellybean.operators.scoring.TrackingSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores tracks against the truth, both in the MOTChallenge text format: a line "
                    + "frame,id,left,top,width,height,confidence,-1,-1,-1 for each box, frames from 1. "
                    + "Prints IDF1, MOTA, HOTA and their parts for each pair of files and for all together, their counts summed. "
                    + "True boxes of confidence 0 are not scored.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean score --truth truth.txt --tracks tracks.txt",
            "  jellybean score --truth a-truth.txt --tracks a-tracks.txt --truth b-truth.txt --tracks b-tracks.txt --json",
            "  jellybean score --across-cameras --truth cam-1-truth.txt --tracks cam-1.txt --truth cam-2-truth.txt --tracks cam-2.txt",
            "",
            "Exit status: 0 scored, 1 failed or bad input."
        })
public final class ScoreCommand implements Callable<Integer> {

    private static final int MOST_PAIRS = 1_000;

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<Pair> pairs = new ArrayList<>();

    @Option(
            names = "--across-cameras",
            description =
                    "The pairs are cameras of one street, an id is one vehicle in all of them: scores all as one sequence.")
    private boolean acrossCameras;

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    private static final class Pair {
        @Option(names = "--truth", paramLabel = "FILE", required = true, description = "The true boxes of a sequence.")
        private @Nullable Path truth;

        @Option(names = "--tracks", paramLabel = "FILE", required = true, description = "What a tracker made of it.")
        private @Nullable Path tracks;
    }

    @Override
    public Integer call() {
        CommandFailedException.requireRange("the number of pairs", pairs.size(), 1, MOST_PAIRS);
        Scores scores = scores(read());
        System.out.println(json ? jsonOf(scores) : table(scores));
        return ExitCode.OK;
    }

    /**
     * What is printed.
     *
     * @param all sequences together, their counts summed
     */
    record Scores(List<SequenceScore> sequences, TrackingScore all) {}

    /**
     * Of one pair of files.
     *
     * @param tracks the file of the tracks
     */
    record SequenceScore(String tracks, TrackingScore score) {}

    private Scores scores(List<ScoredPair> pairs) {
        try (Step step = Terminal.ofStandardError().step("Scoring", pairs.size() + 1L)) {
            List<SequenceScore> scores = new ArrayList<>();
            for (ScoredPair pair : pairs) {
                scores.add(new SequenceScore(pair.name(), TrackingScore.of(List.of(pair.sequence()))));
                step.advance();
            }
            List<TrackingSequence> all =
                    pairs.stream().map(ScoredPair::sequence).toList();
            TrackingScore together =
                    TrackingScore.of(acrossCameras ? List.of(TrackingSequence.acrossCameras(all)) : all);
            step.done("%d sequences".formatted(pairs.size()));
            return new Scores(scores, together);
        }
    }

    /** All mistakes of all files make one report. */
    private List<ScoredPair> read() {
        List<Mistake> mistakes = new ArrayList<>();
        List<ScoredPair> sequences = new ArrayList<>();
        for (Pair pair : pairs) {
            Path truth = pair.truth;
            Path tracks = pair.tracks;
            if (truth != null && tracks != null) { // picocli sees to it
                sequences.add(ScoredPair.read(truth, tracks, mistakes));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BadInputException(mistakes);
        }
        return sequences;
    }

    private static String jsonOf(Scores scores) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(scores);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("writing numbers", impossible);
        }
    }

    private static String table(Scores scores) {
        List<SequenceScore> rows = new ArrayList<>(scores.sequences());
        rows.add(new SequenceScore("all", scores.all()));
        Table<SequenceScore> table = new Table<>();
        table.text("tracks", SequenceScore::tracks);
        rate(table, "IDF1", TrackingScore::idf1);
        rate(table, "MOTA", TrackingScore::mota);
        rate(table, "HOTA", TrackingScore::hota);
        rate(table, "DetA", TrackingScore::detA);
        rate(table, "AssA", TrackingScore::assA);
        count(table, "id switches", TrackingScore::idSwitches);
        count(table, "misses", TrackingScore::misses);
        count(table, "false positives", TrackingScore::falsePositives);
        count(table, "true boxes", TrackingScore::truthBoxes);
        return table.of(rows);
    }

    private static void rate(Table<SequenceScore> table, String header, ToDoubleFunction<TrackingScore> value) {
        table.number(header, row -> String.format(Locale.ROOT, "%.4f", value.applyAsDouble(row.score())));
    }

    private static void count(Table<SequenceScore> table, String header, ToLongFunction<TrackingScore> value) {
        table.number(header, row -> Long.toString(value.applyAsLong(row.score())));
    }
}
