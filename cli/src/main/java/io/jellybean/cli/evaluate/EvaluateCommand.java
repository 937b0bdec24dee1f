package io.jellybean.cli.evaluate;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.profile.Chain;
import io.jellybean.cli.profile.MeasuredWorkflow;
import io.jellybean.cli.street.Seeds;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Table;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.Interval;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.inference.Networks;
import io.jellybean.simulator.StreetSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the accuracy of a workflow end to end, for every combination of variants, on streets whose truth is "
                    + "known and that no training saw, with the very operators of the job. What combinations share is computed "
                    + "once and kept in --cache; a run that was broken off goes on where it was. Writes the table into a profile.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean evaluate --out target/profile.json",
            "  jellybean evaluate --workflow my-workflow.yaml --models my-models --seeds 5001-5012 --out target/profile.json",
            "  jellybean street --seeds 5001-5003 --every 1 --frames 150 --out target/streets && jellybean evaluate --set target/streets",
            "",
            "Exit status: 0 evaluated, 1 failed or bad input."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final int MOST_STREETS = 1_000;

    @Mixin
    private MeasuredWorkflow measuredWorkflow = new MeasuredWorkflow();

    @Option(
            names = "--set",
            paramLabel = "DIR",
            description =
                    "Streets that jellybean street has saved, at 15 frames a second. Default: drawn from --seeds.")
    private @Nullable Path set;

    @Option(
            names = "--seeds",
            paramLabel = "N[-M]",
            defaultValue = "5001-5006",
            description = "Streets to draw (default: ${DEFAULT-VALUE}, which no training uses).")
    private String seeds = "";

    @Option(
            names = "--cameras",
            paramLabel = "N",
            defaultValue = "3",
            description = "Cameras of each street (default: ${DEFAULT-VALUE}).")
    private int cameras;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "150",
            description = "Frames of each camera, 15 a second (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "300",
            description = "Spoken questions, where a workflow answers some (default: ${DEFAULT-VALUE}).")
    private int questions;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where streets and results are kept. Default: target/evaluate.")
    private @Nullable Path cache;

    @Option(names = "--out", paramLabel = "FILE", description = "The profile to write the table to.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofStandardError();
        CommandFailedException.requireRange("--cameras", cameras, 1, 64);
        CommandFailedException.requireRange("--frames", frames, 1, 100_000);
        Chain chain = measuredWorkflow.chain();
        Networks networks = measuredWorkflow.networks(ExecutionProvider.CPU);
        Path folder = cache == null ? JellyBeanHome.ofThisBuild().path("target/evaluate") : cache;
        List<LabelledStreet> streets = streets(terminal, folder);
        ResultCache results = new ResultCache(folder.resolve("results"));
        Evaluation evaluation = evaluation(chain, networks, new SharedResults(networks, results), streets, folder);
        Evaluator.Evaluated evaluated = evaluated(terminal, new Evaluator(evaluation), streets);
        System.out.println(text(evaluated));
        System.out.println(saved(evaluation, results));
        save(evaluated.table());
        return ExitCode.OK;
    }

    private Evaluation evaluation(
            Chain chain, Networks networks, SharedResults shared, List<LabelledStreet> streets, Path folder) {
        if (chain.operator(OperatorKind.ANSWER).isPresent()) {
            AskedQuestions asked = AskedQuestions.about(streets, questions, folder);
            return new AnswerEvaluation(chain, networks, shared, streets, asked);
        }
        return new TrackingEvaluation(chain, networks, shared, streets);
    }

    private List<LabelledStreet> streets(Terminal terminal, Path folder) {
        if (set != null) {
            return new StreetFolder(set, StreetSettings.defaults().framesPerSecond()).streets();
        }
        List<Long> wanted = Seeds.parse(seeds, "5001-5006", MOST_STREETS);
        try (Step step = terminal.step("Drawing %d streets, or finding them".formatted(wanted.size()), wanted.size())) {
            List<LabelledStreet> streets =
                    new DrawnStreets(folder.resolve("streets"), cameras, frames).of(wanted, step::advance);
            step.done("%d frames"
                    .formatted(streets.stream()
                            .mapToInt(street -> street.frames().size())
                            .sum()));
            return streets;
        }
    }

    private static Evaluator.Evaluated evaluated(Terminal terminal, Evaluator evaluator, List<LabelledStreet> streets) {
        String seeds = streets.size() == 1
                ? "street " + streets.get(0).seed()
                : "streets %d-%d"
                        .formatted(
                                streets.get(0).seed(),
                                streets.get(streets.size() - 1).seed());
        String set = "simulated %s, %d frames"
                .formatted(
                        seeds,
                        streets.stream()
                                .mapToInt(street -> street.frames().size())
                                .sum());
        try (Step step = terminal.step("Evaluating", evaluator.steps())) {
            Evaluator.Evaluated evaluated = evaluator.evaluated(set, step::advance);
            step.done("%d combinations".formatted(evaluated.table().rows().size()));
            return evaluated;
        }
    }

    private static String text(Evaluator.Evaluated evaluated) {
        AccuracyTable table = evaluated.table();
        Table<Integer> rows = new Table<>();
        for (int i = 0; i < table.operators().size(); i++) {
            int column = i;
            rows.text(
                    table.operators().get(i),
                    row -> table.rows().get(row).variants().get(column));
        }
        rows.number("accuracy", row -> format("%.3f", table.rows().get(row).value()))
                .number("95 % confidence", row -> interval(table.rows().get(row).confidence95()));
        evaluated.details().stream()
                .flatMap(details -> details.keySet().stream())
                .distinct()
                .forEach(detail ->
                        rows.number(detail, row -> evaluated.details().get(row).getOrDefault(detail, "")));
        return "%s on %s\n".formatted(table.metric(), table.set())
                + rows.of(IntStream.range(0, table.rows().size()).boxed().toList());
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "" : format("%.3f - %.3f", interval.low(), interval.high());
    }

    private static String saved(Evaluation evaluation, ResultCache results) {
        double once = results.onceSeconds();
        double each = results.withoutSharingSeconds(evaluation.combinations());
        return format(
                "%d results of operators on streets computed in %.1f s, %d found. All of them take %.1f s once; %d combinations that share nothing would take %.1f s (%.1f times as long).",
                results.computed(),
                results.spentSeconds(),
                results.found(),
                once,
                evaluation.combinations().size(),
                each,
                once > 0 ? each / once : 1);
    }

    private void save(AccuracyTable table) {
        Path file = out;
        if (file != null) {
            Profile before =
                    Files.exists(file) ? ProfileFile.read(file) : new Profile(List.of(), List.of(), List.of(), table);
            ProfileFile.write(file, before.withAccuracy(table));
        }
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
