package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.Mistake;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a user wants, has and measured, which fit together.
 *
 * @param workflows that are planned together, at least one
 */
public record PlanningInputs(List<ProfiledWorkflow> workflows, Infrastructure infrastructure) {

    /**
     * Checks that all fit together.
     *
     * @throws IncompleteInputsException with all mistakes
     */
    public PlanningInputs {
        workflows = List.copyOf(workflows);
        List<String> mistakes = new ArrayList<>(WorkflowsTogether.clashes(wanted(workflows)));
        for (ProfiledWorkflow each : workflows) {
            String profile = workflows.size() == 1
                    ? "profile"
                    : "profile of " + each.wanted().workflow().id();
            mistakes.addAll(InputsCheck.of(each, infrastructure, profile).mistakes());
        }
        if (!mistakes.isEmpty()) {
            throw new IncompleteInputsException(mistakes);
        }
    }

    /** Of one workflow. */
    public static PlanningInputs of(WorkflowAndObjective wanted, Infrastructure infrastructure, Profile profile) {
        return new PlanningInputs(List.of(new ProfiledWorkflow(wanted, profile)), infrastructure);
    }

    /**
     * Reads the files; a mistake in one does not hide those in the others.
     *
     * @param profiles one for each workflow, in the same order
     * @throws BadInputException with all mistakes of all files
     * @throws IncompleteInputsException with all mistakes between them, if each is right for itself
     */
    public static PlanningInputs read(List<Path> workflows, Path infrastructure, List<Path> profiles) {
        if (workflows.size() != profiles.size()) {
            throw new IllegalArgumentException("planning inputs: each workflow needs a profile, but there are %d and %d"
                    .formatted(workflows.size(), profiles.size()));
        }
        List<Mistake> mistakes = new ArrayList<>();
        List<Optional<WorkflowAndObjective>> wanted = workflows.stream()
                .map(file -> attempt(() -> WorkflowFile.read(file), mistakes))
                .toList();
        Optional<Infrastructure> machines = attempt(() -> InfrastructureFile.read(infrastructure), mistakes);
        List<Optional<Profile>> measured = profiles.stream()
                .map(file -> attempt(() -> ProfileFile.read(file), mistakes))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new BadInputException(mistakes);
        }
        List<ProfiledWorkflow> profiled = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            profiled.add(new ProfiledWorkflow(
                    wanted.get(i).orElseThrow(), measured.get(i).orElseThrow()));
        }
        return new PlanningInputs(profiled, machines.orElseThrow());
    }

    /** What is wanted, as one. */
    public WorkflowsTogether together() {
        return new WorkflowsTogether(wanted(workflows));
    }

    /** The problem that they pose; workers are named {@code tier/type/number}. */
    public PlanningProblem problem() {
        return new ProblemCompiler(this).problem();
    }

    private static List<WorkflowAndObjective> wanted(List<ProfiledWorkflow> workflows) {
        return workflows.stream().map(ProfiledWorkflow::wanted).toList();
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
