package io.jellybean.cli.plan;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be planned: a problem in the exchange format, or a user's own files. */
final class ProblemOptions {

    @Option(names = "--problem", paramLabel = "FILE", description = "A planning problem in the exchange format.")
    private @Nullable Path problem;

    @Mixin
    private UserFiles files = new UserFiles();

    /**
     * Reads the files.
     *
     * @throws io.jellybean.domain.io.BadInputException with all mistakes
     */
    PlanInputs read() {
        if (problem != null && files.areMissing()) {
            return PlanInputs.of(ProblemFile.read(problem));
        }
        if (problem != null || !files.areComplete()) {
            throw new CommandFailedException(
                    "either --problem, or all of --workflow, --infrastructure and --profile must be given");
        }
        return PlanInputs.of(files.read());
    }

    MixedIntegerPlanner planner() {
        return files.planner();
    }
}
