package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.PlanningOutcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the cheapest plan: which variant of each model, on which workers, with which share of the load.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean plan --problem examples/planning-problems/jellybean-vqa-medium.json",
            "  jellybean plan --workflow examples/vehicle-tracking/workflow.yaml \\",
            "      --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --profile examples/vehicle-tracking/profile.yaml --plan-out plan.json",
            "  jellybean plan --workflow examples/vehicle-tracking/workflow.yaml --workflow examples/spoken-vqa/workflow.yaml \\",
            "      --profile examples/vehicle-tracking/profile.yaml --profile examples/spoken-vqa/profile.yaml \\",
            "      --infrastructure examples/vehicle-tracking/infrastructure.yaml",
            "",
            "Exit status: 0 planned, 1 bad input, 2 infeasible, 3 undecided within the time limit."
        })
public final class PlanCommand implements Callable<Integer> {

    @Mixin
    private ProblemOptions options = new ProblemOptions();

    @Option(names = "--plan-out", paramLabel = "FILE", description = "Where to write the plan (JSON).")
    private @Nullable Path planOut;

    @Option(
            names = "--dump-problem",
            paramLabel = "FILE",
            description = "Where to write the problem in the exchange format.")
    private @Nullable Path dumpProblem;

    @Override
    public Integer call() {
        PlanInputs inputs = options.read();
        if (dumpProblem != null) {
            ProblemFile.write(dumpProblem, inputs.problem());
        }
        PlanningOutcome outcome;
        try (Step step =
                Terminal.ofStandardError().step("Planning " + inputs.problem().name())) {
            outcome = options.planner().plan(inputs.problem());
            step.done(Outcomes.word(outcome));
        }
        return outcome.fold(
                planned -> {
                    save(inputs, planned.plan());
                    System.out.println(new PlanText(new AnsweredProblem(inputs.problem(), planned.plan())).text());
                    return ExitCode.OK;
                },
                infeasible -> Outcomes.report(infeasible),
                undecided -> Outcomes.report(undecided));
    }

    private void save(PlanInputs inputs, Plan plan) {
        Path file = planOut;
        if (file != null) {
            inputs.deployable(plan)
                    .ifPresentOrElse(
                            deployable -> PlanFile.write(file, deployable, inputs.problem()),
                            () -> PlanFile.write(file, plan, inputs.problem()));
        }
    }
}
