package io.jellybean.planner.compile;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether workflow, infrastructure and profile fit together; finds all mistakes, not only the first.
 *
 * @param profileName what mistakes call the profile
 */
record InputsCheck(Workflow workflow, Infrastructure infrastructure, Profile profile, String profileName) {

    static InputsCheck of(ProfiledWorkflow profiled, Infrastructure infrastructure, String profileName) {
        return new InputsCheck(profiled.wanted().workflow(), infrastructure, profiled.profile(), profileName);
    }

    List<String> mistakes() {
        if (isOfAnotherWorkflow()) {
            return List.of(
                    "%s: it knows %s, but no operator of workflow %s. Maybe give each workflow its own profile, in the same order"
                            .formatted(profileName, String.join(", ", namedOperators()), workflow.id()));
        }
        List<String> mistakes = new ArrayList<>();
        workflow.sources().forEach(source -> mistakes.addAll(standsInATier(source)));
        workflow.channels().forEach(channel -> mistakes.addAll(hasAMessageSize(channel)));
        workflow.operators().forEach(operator -> mistakes.addAll(isMeasured(operator)));
        mistakes.addAll(profileNamesOperators());
        mistakes.addAll(profileNamesChannels());
        return mistakes;
    }

    private List<String> standsInATier(Source source) {
        return infrastructure.tiers().contains(source.tier())
                ? List.of()
                : List.of("workflow %s: source %s stands in tier \"%s\", but infrastructure %s has %s"
                        .formatted(
                                workflow.id(),
                                source.id(),
                                source.tier(),
                                infrastructure.id(),
                                String.join(", ", infrastructure.tiers())));
    }

    private List<String> hasAMessageSize(Channel channel) {
        List<MessageSize> sizes = profile.messageSizes().stream()
                .filter(size -> size.channel().equals(channel))
                .toList();
        if (sizes.stream().anyMatch(size -> size.variant() == null)) {
            return List.of();
        }
        List<String> variants = workflow.sender(channel).map(Operator::variants).orElse(List.of());
        String row = "%s: messageSizes has no row for channel %s".formatted(profileName, channel);
        if (sizes.isEmpty() || variants.isEmpty()) {
            return List.of(row + ". Maybe profile again");
        }
        List<String> unknown = variants.stream()
                .filter(variant -> sizes.stream().noneMatch(size -> variant.equals(size.variant())))
                .toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of("%s with variant %s of %s. Maybe profile again"
                        .formatted(row, String.join(", ", unknown), channel.from()));
    }

    private List<String> isMeasured(Operator operator) {
        List<String> mistakes = new ArrayList<>();
        Set<String> types =
                infrastructure.groups().stream().map(group -> group.type()).collect(Collectors.toSet());
        int column = profile.accuracy().operators().indexOf(operator.id());
        if (column < 0 && operator.variants().size() > 1) {
            mistakes.add("%s: accuracy does not name operator %s, which has a choice of variants"
                    .formatted(profileName, operator.id()));
        }
        for (String variant : operator.variants()) {
            boolean timed = profile.serviceTimes().stream()
                    .anyMatch(row -> row.operator().equals(operator.id())
                            && row.variant().equals(variant)
                            && types.contains(row.workerType()));
            if (!timed) {
                mistakes.add("%s: serviceTimes has no row for variant %s of operator %s on any worker type of %s"
                        .formatted(profileName, variant, operator.id(), new TreeSet<>(types)));
            }
            boolean rated = column < 0
                    || profile.accuracy().rows().stream()
                            .anyMatch(row -> row.variants().get(column).equals(variant));
            if (!rated) {
                mistakes.add("%s: accuracy has no row with variant %s of operator %s"
                        .formatted(profileName, variant, operator.id()));
            }
        }
        return mistakes;
    }

    private boolean isOfAnotherWorkflow() {
        Set<String> named = namedOperators();
        return !named.isEmpty()
                && workflow.operators().stream().map(Operator::id).noneMatch(named::contains);
    }

    private Set<String> namedOperators() {
        Set<String> named = new TreeSet<>(profile.accuracy().operators());
        profile.serviceTimes().forEach(row -> named.add(row.operator()));
        return named;
    }

    private List<String> profileNamesOperators() {
        Set<String> known = workflow.operators().stream().map(Operator::id).collect(Collectors.toSet());
        return namedOperators().stream()
                .filter(operator -> !known.contains(operator))
                .map(operator -> "%s: there is no operator \"%s\" in workflow %s"
                        .formatted(profileName, operator, workflow.id()))
                .toList();
    }

    private List<String> profileNamesChannels() {
        Set<Channel> named =
                profile.messageSizes().stream().map(MessageSize::channel).collect(Collectors.toSet());
        profile.selectivities().forEach(row -> named.add(row.channel()));
        return named.stream()
                .filter(channel -> !workflow.channels().contains(channel))
                .map(channel ->
                        "%s: there is no channel %s in workflow %s".formatted(profileName, channel, workflow.id()))
                .sorted()
                .toList();
    }
}
