package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.planner.explain.Explainer;
import io.jellybean.planner.explain.Explanation;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jellybean explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says why a plan is as it is: what other variants would have cost or which rule they break, which rules make it "
                    + "dear, and what one step more or less in accuracy, rate or latency costs.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean plan --problem examples/planning-problems/jellybean-vqa-medium.json --plan-out plan.json",
            "  jellybean explain plan.json",
            "  jellybean explain target/demo/plan.json",
            "",
            "Exit status: 0 explained, 1 bad input."
        })
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN", description = "A plan that \"jellybean plan\" or the demo has written.")
    private Path plan = Path.of("plan.json");

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description = "How long to search at most for each answer (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit = Duration.ofSeconds(10);

    @Override
    public Integer call() {
        AnsweredProblem answered = PlanFile.readAnswered(plan);
        Explainer explainer = new Explainer(MixedIntegerPlanner.withTimeLimit(timeLimit), answered);
        int questions = explainer.questions();
        Explanation explanation;
        try (Step step = Terminal.ofStandardError().step("Planning what else could be", questions)) {
            explanation = explainer.explain(step::advance);
            step.done("%d plans".formatted(questions));
        }
        System.out.println(new ExplanationText(answered, explanation).text());
        return ExitCode.OK;
    }
}
