package io.jellybean.cli.plan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be planned: a problem in the exchange format, or a user's own three files. */
final class ProblemOptions {

    @Option(names = "--problem", paramLabel = "FILE", description = "A planning problem in the exchange format.")
    private @Nullable Path problem;

    @Option(names = "--workflow", paramLabel = "FILE", description = "What to serve and how well (YAML).")
    private @Nullable Path workflow;

    @Option(names = "--infrastructure", paramLabel = "FILE", description = "On what: tiers, workers, links (YAML).")
    private @Nullable Path infrastructure;

    @Option(names = "--profile", paramLabel = "FILE", description = "What was measured (YAML or JSON).")
    private @Nullable Path profile;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "60s",
            description =
                    "How long to search at most for one plan, such as 500ms, 60s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit = MixedIntegerPlanner.DEFAULT_TIME_LIMIT;

    /**
     * Reads the files.
     *
     * @throws io.jellybean.domain.io.BadInputException with all mistakes
     */
    PlanInputs read() {
        if (problem != null && workflow == null && infrastructure == null && profile == null) {
            return PlanInputs.of(ProblemFile.read(problem));
        }
        if (problem == null && workflow != null && infrastructure != null && profile != null) {
            return PlanInputs.of(PlanningInputs.read(workflow, infrastructure, profile));
        }
        throw new CommandFailedException(
                "either --problem, or all of --workflow, --infrastructure and --profile must be given");
    }

    MixedIntegerPlanner planner() {
        return MixedIntegerPlanner.withTimeLimit(timeLimit);
    }
}
