package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.Mistake;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the demo is asked to serve, and on what.
 *
 * @param workflows each with the accuracy of its combinations of variants, without rows if none is known
 */
record DemoInputs(List<Played> workflows, Infrastructure infrastructure) {
    DemoInputs {
        workflows = List.copyOf(workflows);
    }

    /** A workflow that requests are played for. */
    record Played(WorkflowAndObjective wanted, AccuracyTable accuracy) {
        Workflow workflow() {
            return wanted.workflow();
        }
    }

    /**
     * Reads the files.
     *
     * @throws BadInputException with all mistakes of all files
     * @throws CommandFailedException with all reasons why these workflows cannot be served together, or not be compared with the truth
     */
    static DemoInputs read(DemoSettings settings) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Optional<Played>> workflows = settings.workflows().stream()
                .map(files -> attempt(() -> played(files), mistakes))
                .toList();
        Optional<Infrastructure> infrastructure =
                attempt(() -> InfrastructureFile.read(settings.infrastructure()), mistakes);
        if (!mistakes.isEmpty()) {
            throw new BadInputException(mistakes);
        }
        DemoInputs inputs =
                new DemoInputs(workflows.stream().map(Optional::orElseThrow).toList(), infrastructure.orElseThrow());
        List<String> broken = new DemoRules(inputs.wanted()).broken();
        if (!broken.isEmpty()) {
            throw new CommandFailedException(String.join("\n", broken));
        }
        return inputs;
    }

    /** What is wanted, one by one. */
    List<WorkflowAndObjective> wanted() {
        return workflows.stream().map(Played::wanted).toList();
    }

    /** What is wanted, as one. */
    WorkflowsTogether together() {
        return new WorkflowsTogether(wanted());
    }

    /** The topics that are played to and read. */
    DemoTopics topics() {
        return new DemoTopics(together().workflow());
    }

    /** The requests per second of the source that feeds operators of a kind; 0 if there is none. */
    double rateInto(OperatorKind kind) {
        return topics().sourceOf(kind)
                .map(source -> workflows.stream()
                        .map(each -> each.wanted()
                                .objective()
                                .requestsPerSecondBySource()
                                .get(source.id()))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .orElse(0.0);
    }

    private static Played played(DemoSettings.WorkflowFiles files) {
        WorkflowAndObjective wanted = WorkflowFile.read(files.workflow());
        return new Played(
                wanted,
                Files.exists(files.profile())
                        ? ProfileFile.read(files.profile()).accuracy()
                        : new AccuracyTable(List.of(), List.of()));
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
