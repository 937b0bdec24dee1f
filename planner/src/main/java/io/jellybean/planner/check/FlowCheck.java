package io.jellybean.planner.check;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.TierLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules on flows and links, and the price of the traffic. */
final class FlowCheck {

    private static final double KB_PER_SECOND_TO_MBPS = 8192 / 1e6;
    private static final double KB_PER_SECOND_TO_GB_PER_HOUR = 3600.0 / 1024 / 1024;

    private final PlannedProblem planned;
    private final List<String> violations = new ArrayList<>();
    private final Map<TierLink, Double> mbpsByLink = new HashMap<>();
    private double usdPerHour;

    FlowCheck(PlannedProblem planned) {
        this.planned = planned;
        planned.problem().channels().forEach(this::checkChannel);
        checkNoStrayFlows();
        planned.problem().links().forEach(this::checkBandwidth);
    }

    List<String> violations() {
        return violations;
    }

    double usdPerHour() {
        return usdPerHour;
    }

    private void checkChannel(ProblemChannel channel) {
        List<Flow> flows = planned.plan().flows().stream()
                .filter(flow -> flow.from().equals(channel.from()) && flow.to().equals(channel.to()))
                .toList();
        for (Placement receiver : planned.plan().placementsOf(channel.to())) {
            double into = flows.stream()
                    .filter(flow -> flow.toGroup().equals(receiver.group()))
                    .mapToDouble(Flow::requestsPerSecond)
                    .sum();
            expect(channel, "into " + receiver.group(), into, receiver.requestsPerSecond());
        }
        double total = flows.stream().mapToDouble(Flow::requestsPerSecond).sum();
        expect(channel, "altogether", total, planned.rate(channel.to()));
        double growth = planned.rate(channel.to()) / planned.rate(channel.from());
        for (Placement sender : planned.plan().placementsOf(channel.from())) {
            double out = flows.stream()
                    .filter(flow -> sender.group().equals(fromGroup(flow)))
                    .mapToDouble(Flow::requestsPerSecond)
                    .sum();
            expect(channel, "out of " + sender.group(), out, sender.requestsPerSecond() * growth);
        }
        flows.forEach(flow -> checkPath(channel, flow));
    }

    private void expect(ProblemChannel channel, String where, double flow, double expected) {
        if (Tolerance.differ(flow, expected)) {
            violations.add("flow %s -> %s %s is %s, but must be %s"
                    .formatted(channel.from(), channel.to(), where, flow, expected));
        }
    }

    private void checkPath(ProblemChannel channel, Flow flow) {
        boolean fromSource = planned.problem().isSource(channel.from());
        boolean rightTier = planned.problem().sources().stream()
                .filter(source -> source.id().equals(flow.from()))
                .allMatch(source -> planned.problem().tierName(source.tier()).equals(flow.fromTier()));
        if (fromSource == (flow instanceof OperatorFlow) || !rightTier) {
            violations.add("flow %s -> %s starts in the wrong place".formatted(flow.from(), flow.to()));
        }
        if (flow.changesTier()) {
            Optional<TierLink> link = link(flow.fromTier(), flow.toGroup().tier());
            if (link.isEmpty()) {
                violations.add("flow %s -> %s needs a link %s -> %s, which does not exist"
                        .formatted(
                                flow.from(),
                                flow.to(),
                                flow.fromTier(),
                                flow.toGroup().tier()));
            } else {
                double kbPerSecond = flow.requestsPerSecond() * planned.messageKb(channel);
                usdPerHour += link.get().usdPerGb() * kbPerSecond * KB_PER_SECOND_TO_GB_PER_HOUR;
                mbpsByLink.merge(link.get(), kbPerSecond * KB_PER_SECOND_TO_MBPS, Double::sum);
            }
        }
    }

    private void checkNoStrayFlows() {
        for (Flow flow : planned.plan().flows()) {
            boolean onChannel = planned.problem().channels().stream()
                    .anyMatch(channel ->
                            channel.from().equals(flow.from()) && channel.to().equals(flow.to()));
            boolean received = planned.plan().placementsOf(flow.to()).stream()
                    .anyMatch(placement -> placement.group().equals(flow.toGroup()));
            if (!onChannel || !received) {
                violations.add("flow %s -> %s on %s leads nowhere".formatted(flow.from(), flow.to(), flow.toGroup()));
            }
        }
    }

    private void checkBandwidth(TierLink link) {
        Double most = link.mbps();
        double carried = mbpsByLink.getOrDefault(link, 0.0);
        if (most != null && Tolerance.exceeds(carried, most)) {
            violations.add("link %s -> %s carries %s mbps, but has %s"
                    .formatted(
                            planned.problem().tierName(link.fromTier()),
                            planned.problem().tierName(link.toTier()),
                            carried,
                            most));
        }
    }

    private Optional<TierLink> link(String fromTier, String toTier) {
        return planned.problem().links().stream()
                .filter(link -> planned.problem().tierName(link.fromTier()).equals(fromTier)
                        && planned.problem().tierName(link.toTier()).equals(toTier))
                .findFirst();
    }

    private static @Nullable GroupId fromGroup(Flow flow) {
        return flow instanceof OperatorFlow between ? between.fromGroup() : null;
    }
}
