package io.jellybean.cli.plan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A user's own files, and how long to plan with them. */
public final class UserFiles {

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

    /** Whether none of them is given. */
    boolean areMissing() {
        return workflows.isEmpty() && infrastructure == null && profiles.isEmpty();
    }

    /** Whether each of them is given. */
    boolean areComplete() {
        return !workflows.isEmpty() && infrastructure != null && !profiles.isEmpty();
    }

    /**
     * Reads them.
     *
     * @throws io.jellybean.domain.io.BadInputException with all mistakes
     */
    public PlanningInputs read() {
        Path machines = infrastructure;
        if (workflows.isEmpty() || machines == null || profiles.isEmpty()) {
            throw new CommandFailedException("all of --workflow, --infrastructure and --profile must be given");
        }
        if (workflows.size() != profiles.size()) {
            throw new CommandFailedException(
                    "each --workflow needs a --profile of its own, in the same order, but --workflow is given %d and --profile %d times. Maybe leave out one or add another."
                            .formatted(workflows.size(), profiles.size()));
        }
        return PlanningInputs.read(workflows, machines, profiles);
    }

    /** A planner that keeps to the time limit. */
    public MixedIntegerPlanner planner() {
        return MixedIntegerPlanner.withTimeLimit(timeLimit);
    }
}
