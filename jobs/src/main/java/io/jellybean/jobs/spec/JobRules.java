package io.jellybean.jobs.spec;

import static io.jellybean.domain.workflow.OperatorKind.ANSWER;
import static io.jellybean.domain.workflow.OperatorKind.ASSOCIATE;
import static io.jellybean.domain.workflow.OperatorKind.DETECT;
import static io.jellybean.domain.workflow.OperatorKind.EMBED;
import static io.jellybean.domain.workflow.OperatorKind.EXTRACT;
import static io.jellybean.domain.workflow.OperatorKind.RECOGNISE;
import static io.jellybean.domain.workflow.OperatorKind.TRACK;

import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.SourcePolicy;
import io.jellybean.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a workflow must be for a job to serve it: every operator gets what it can work with, and keeps its state in one place. */
public final class JobRules {

    /** Whose results an operator takes; nobody's: it takes those of a source. */
    private static final Map<OperatorKind, Set<OperatorKind>> TAKEN_BY_KIND = Map.of(
            DETECT, Set.of(),
            EMBED, EnumSet.of(DETECT),
            TRACK, EnumSet.of(DETECT, EMBED),
            ASSOCIATE, EnumSet.of(TRACK),
            RECOGNISE, Set.of(),
            EXTRACT, Set.of(),
            ANSWER, EnumSet.of(RECOGNISE, EXTRACT));

    private static final Set<OperatorKind> STATEFUL = EnumSet.of(TRACK, ASSOCIATE, ANSWER);

    private final Workflow workflow;

    private JobRules(Workflow workflow) {
        this.workflow = workflow;
    }

    /** Every rule that the workflow breaks, with the fix; empty if a job can serve it. */
    public static List<String> broken(Workflow workflow) {
        JobRules rules = new JobRules(workflow);
        List<String> broken = new ArrayList<>();
        workflow.operators().forEach(operator -> {
            broken.addAll(rules.inputs(operator));
            broken.addAll(rules.state(operator));
        });
        workflow.sources().forEach(source -> broken.addAll(rules.records(source)));
        return broken;
    }

    private List<String> inputs(Operator operator) {
        Set<OperatorKind> taken = TAKEN_BY_KIND.getOrDefault(operator.kind(), Set.of());
        List<String> broken = new ArrayList<>();
        Set<OperatorKind> seen = EnumSet.noneOf(OperatorKind.class);
        for (Channel channel : workflow.channelsInto(operator.id())) {
            Optional<OperatorKind> sender = kind(channel.from());
            sender.ifPresent(seen::add);
            if (sender.isPresent() ? !taken.contains(sender.get()) : !taken.isEmpty()) {
                broken.add("channel %s -> %s: an operator of the kind %s takes the results of %s"
                        .formatted(
                                channel.from(),
                                operator.id(),
                                name(operator.kind()),
                                taken.isEmpty() ? "a source" : names(taken)));
            }
        }
        if (operator.kind() == ANSWER && broken.isEmpty() && !seen.equals(taken)) {
            broken.add(
                    "operator %s answers from questions and features, so both %s must lead to it. Maybe add a channel"
                            .formatted(operator.id(), names(taken)));
        }
        if (operator.kind() == ASSOCIATE && broken.isEmpty() && !embeddedBefore(operator.id())) {
            broken.add(
                    "operator %s compares looks, so the tracks must come from embedded vehicles. Maybe put an operator of the kind embed before the tracker"
                            .formatted(operator.id()));
        }
        return broken;
    }

    private boolean embeddedBefore(String node) {
        return workflow.channelsInto(node).stream()
                .anyMatch(channel -> kind(channel.from())
                        .map(kind -> kind == EMBED || embeddedBefore(channel.from()))
                        .orElse(false));
    }

    private List<String> state(Operator operator) {
        List<String> broken = new ArrayList<>();
        if (STATEFUL.contains(operator.kind()) && !operator.stateful()) {
            broken.add(
                    "operator %s: an operator of the kind %s remembers what came before. Maybe add \"stateful: true\""
                            .formatted(operator.id(), name(operator.kind())));
        }
        Integer maxSlots = operator.maxSlots();
        if (operator.kind() == ASSOCIATE && (maxSlots == null || maxSlots != 1)) {
            broken.add("operator %s looks at all cameras at once, so it cannot be split. Maybe add \"maxSlots: 1\""
                    .formatted(operator.id()));
        }
        return broken;
    }

    private List<String> records(Source source) {
        Set<OperatorKind> readers = workflow.channelsOutOf(source.id()).stream()
                .map(channel -> workflow.operator(channel.to()).kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OperatorKind.class)));
        List<String> broken = new ArrayList<>();
        if (readers.contains(RECOGNISE) && readers.size() > 1) {
            broken.add(
                    "source %s: its topic holds either questions or frames, but %s read it. Maybe make it two sources"
                            .formatted(source.id(), names(readers)));
        }
        if (source.policy() == SourcePolicy.LIVE && !readers.equals(EnumSet.of(DETECT))) {
            broken.add(
                    "source %s: under \"policy: live\" requests are dropped, but who asks waits for an answer, and %s reads it. Maybe leave the policy out"
                            .formatted(source.id(), names(readers)));
        }
        return broken;
    }

    /** Empty for a source. */
    private Optional<OperatorKind> kind(String node) {
        return workflow.operators().stream()
                .filter(operator -> operator.id().equals(node))
                .map(Operator::kind)
                .findFirst();
    }

    private static String names(Set<OperatorKind> kinds) {
        return kinds.stream().map(JobRules::name).sorted().collect(Collectors.joining(" and "));
    }

    private static String name(OperatorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
