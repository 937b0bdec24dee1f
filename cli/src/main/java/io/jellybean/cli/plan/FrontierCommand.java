package io.jellybean.cli.plan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.explain.Frontier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean frontier}. */
@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what accuracy and rate cost: the cheapest plan for every accuracy that can be reached, and for every rate "
                    + "from half to double, as tables and, with --out, as CSV and plots (SVG and PNG).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean frontier --problem examples/planning-problems/jellybean-vqa-medium.json --out target/frontier",
            "",
            "Exit status: 0 shown, 1 bad input."
        })
public final class FrontierCommand implements Callable<Integer> {

    @Mixin
    private ProblemOptions options = new ProblemOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to save CSV and plots.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PlanningProblem problem = options.read().problem();
        Frontier frontier = new Frontier(options.planner(), problem);
        Terminal terminal = Terminal.ofStandardError();
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            String name = name(problem, workflow);
            try (Step step = terminal.step(
                    "Planning for every " + problem.accuracies().get(workflow).label())) {
                List<Frontier.Point> points = frontier.ofAccuracy(workflow, point -> step.advance());
                step.done("%d plans".formatted(points.size()));
                show(new FrontierView(problem.name(), name, points));
            }
        }
        try (Step step = terminal.step("Planning for rates from half to double", Frontier.RATE_FACTORS)) {
            List<Frontier.Point> points = frontier.ofRates(point -> step.advance());
            step.done("%d plans".formatted(points.size()));
            show(new FrontierView(problem.name(), "rate", points));
        }
        return ExitCode.OK;
    }

    /** Also the name of the files: by the workflow's id, or its place where the problem does not say it. */
    private static String name(PlanningProblem problem, int workflow) {
        String id = problem.accuracies().get(workflow).workflow();
        if (id != null) {
            return "accuracy-" + id;
        }
        return problem.accuracies().size() == 1 ? "accuracy" : "accuracy-" + (workflow + 1);
    }

    private void show(FrontierView view) {
        System.out.println(view.table());
        Path folder = out;
        if (folder != null) {
            try {
                Files.createDirectories(folder);
                view.save(folder);
            } catch (IOException unwritable) {
                throw new CommandFailedException(
                        "the folder %s cannot be written: %s. Maybe name another with --out."
                                .formatted(folder, unwritable),
                        unwritable);
            }
        }
    }
}
