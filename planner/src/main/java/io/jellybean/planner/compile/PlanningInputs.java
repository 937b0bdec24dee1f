package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.Mistake;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A user's three files, which fit together. */
public record PlanningInputs(WorkflowAndObjective wanted, Infrastructure infrastructure, Profile profile) {

    /**
     * Reads the files; a mistake in one does not hide those in the others.
     *
     * @throws BadInputException with all mistakes of all files
     * @throws IncompleteInputsException with all mistakes between them, if each is right for itself
     */
    public static PlanningInputs read(Path workflow, Path infrastructure, Path profile) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<WorkflowAndObjective> wanted = attempt(() -> WorkflowFile.read(workflow), mistakes);
        Optional<Infrastructure> machines = attempt(() -> InfrastructureFile.read(infrastructure), mistakes);
        Optional<Profile> measured = attempt(() -> ProfileFile.read(profile), mistakes);
        if (!mistakes.isEmpty()) {
            throw new BadInputException(mistakes);
        }
        PlanningInputs inputs =
                new PlanningInputs(wanted.orElseThrow(), machines.orElseThrow(), measured.orElseThrow());
        inputs.requireThatTheyFit();
        return inputs;
    }

    /** The problem that they pose. */
    public PlanningProblem problem() {
        return ProblemCompiler.compile(wanted, infrastructure, profile);
    }

    private void requireThatTheyFit() {
        List<String> mistakes = new InputsCheck(wanted.workflow(), infrastructure, profile).mistakes();
        if (!mistakes.isEmpty()) {
            throw new IncompleteInputsException(mistakes);
        }
    }

    private static <T> Optional<T> attempt(Supplier<T> reading, List<Mistake> mistakes) {
        try {
            return Optional.of(reading.get());
        } catch (BadInputException unusable) {
            mistakes.addAll(unusable.mistakes());
            return Optional.empty();
        }
    }
}
