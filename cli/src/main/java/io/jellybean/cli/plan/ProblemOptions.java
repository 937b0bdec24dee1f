package io.jellybean.cli.plan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be planned: a problem in the exchange format, or a user's own files. */
final class ProblemOptions {

    @Option(names = "--problem", paramLabel = "FILE", description = "A planning problem in the exchange format.")
    private @Nullable Path problem;

    @Option(
            names = "--workflow",
            paramLabel = "FILE",
            description =
                    "What to serve and how well (YAML). Repeat it to plan several workflows together, on the same workers.")
    private List<Path> workflows = List.of();

    @Option(names = "--infrastructure", paramLabel = "FILE", description = "On what: tiers, workers, links (YAML).")
    private @Nullable Path infrastructure;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "What was measured (YAML or JSON): one profile for each --workflow, in the same order.")
    private List<Path> profiles = List.of();

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
        if (problem != null && workflows.isEmpty() && infrastructure == null && profiles.isEmpty()) {
            return PlanInputs.of(ProblemFile.read(problem));
        }
        if (problem != null || workflows.isEmpty() || infrastructure == null || profiles.isEmpty()) {
            throw new CommandFailedException(
                    "either --problem, or all of --workflow, --infrastructure and --profile must be given");
        }
        if (workflows.size() != profiles.size()) {
            throw new CommandFailedException(
                    "each --workflow needs a --profile of its own, in the same order, but --workflow is given %d and --profile %d times. Maybe leave out one or add another."
                            .formatted(workflows.size(), profiles.size()));
        }
        return PlanInputs.of(PlanningInputs.read(workflows, infrastructure, profiles));
    }

    MixedIntegerPlanner planner() {
        return MixedIntegerPlanner.withTimeLimit(timeLimit);
    }
}
