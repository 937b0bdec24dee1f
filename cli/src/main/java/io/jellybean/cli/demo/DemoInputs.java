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
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
                .map(files -> played(files, mistakes))
                .toList();
        Optional<Infrastructure> infrastructure =
                attempt(() -> InfrastructureFile.read(settings.infrastructure()), mistakes);
        if (!mistakes.isEmpty()) {
            throw new BadInputException(mistakes);
        }
        DemoInputs read =
                new DemoInputs(workflows.stream().map(Optional::orElseThrow).toList(), infrastructure.orElseThrow());
        DemoInputs inputs = settings.replan() ? read.withCamerasAtHalfTheirRate() : read;
        List<String> broken = new ArrayList<>(new DemoRules(inputs.wanted()).broken());
        inputs.workflows().forEach(each -> broken.addAll(accuracyIsKnown(each)));
        if (!broken.isEmpty()) {
            throw new CommandFailedException(String.join("\n", broken));
        }
        return inputs;
    }

    /** So that they can double it without being more than this machine plays and serves. */
    private DemoInputs withCamerasAtHalfTheirRate() {
        Optional<String> cameras = topics().sourceOf(OperatorKind.DETECT).map(Source::id);
        return new DemoInputs(
                workflows.stream()
                        .map(each -> {
                            Map<String, Double> rates =
                                    new TreeMap<>(each.wanted().objective().requestsPerSecondBySource());
                            cameras.ifPresent(source -> rates.computeIfPresent(source, (id, rate) -> rate / 2));
                            return new Played(
                                    new WorkflowAndObjective(
                                            each.workflow(),
                                            each.wanted().objective().withRequestsPerSecond(rates)),
                                    each.accuracy());
                        })
                        .toList(),
                infrastructure);
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

    private static Optional<Played> played(DemoSettings.WorkflowFiles files, List<Mistake> mistakes) {
        Optional<WorkflowAndObjective> wanted = attempt(() -> WorkflowFile.read(files.workflow()), mistakes);
        Path profile = files.profile();
        Optional<AccuracyTable> accuracy = profile == null
                ? Optional.of(new AccuracyTable(List.of(), List.of()))
                : attempt(() -> ProfileFile.read(profile).accuracy(), mistakes);
        return wanted.flatMap(read -> accuracy.map(table -> new Played(read, table)));
    }

    /** Of one operator the manifests of its models say it. */
    private static List<String> accuracyIsKnown(Played played) {
        boolean known = !played.accuracy().rows().isEmpty()
                || played.workflow().operators().stream()
                                .filter(Operator::needsModel)
                                .count()
                        == 1;
        return known
                ? List.of()
                : List.of(
                        "workflow %s: no profile says how accurate its combinations of variants are. Maybe measure that, \"jellybean evaluate --workflow FILE --out FILE\", and name the profile with --profile, or put it beside the workflow as profile.yaml."
                                .formatted(played.workflow().id()));
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
