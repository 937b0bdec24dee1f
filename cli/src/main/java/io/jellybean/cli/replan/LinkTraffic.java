package io.jellybean.cli.replan;

import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.LinkCost;
import io.jellybean.domain.plan.Placement;
import io.jellybean.planner.replan.Observation;
import java.util.List;

/**
 * What travels from one tier to another, as planned and as its job did.
 *
 * @param plannedBytesPerSecond NaN if the link costs nothing, so that a plan does not say it
 * @param usdPerGb of 10^9 bytes
 */
public record LinkTraffic(LinkCost planned, double plannedBytesPerSecond, double bytesPerSecond, double usdPerGb) {

    private static final double BYTES_PER_GB = 1e9;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MEGABITS_PER_BYTE = 8e-6;

    /** Of all links that carry traffic. */
    public static List<LinkTraffic> of(DeployablePlan deployed, Observation observed) {
        return deployed.plan().cost().links().stream()
                .map(link -> of(link, deployed, observed))
                .toList();
    }

    private static LinkTraffic of(LinkCost link, DeployablePlan deployed, Observation observed) {
        double measured = deployed.plan().placements().stream()
                .filter(placement -> placement.group().tier().equals(link.toTier()))
                .mapToDouble(placement -> bytesPerSecond(placement, link, deployed, observed))
                .sum();
        return new LinkTraffic(link, plannedBytesPerSecond(link, deployed), measured, usdPerGb(link, deployed));
    }

    /** What a plan pays a link for; NaN if the link costs nothing. */
    public static double plannedBytesPerSecond(LinkCost link, DeployablePlan deployed) {
        double usdPerGb = usdPerGb(link, deployed);
        return usdPerGb == 0 ? Double.NaN : link.usdPerHour() / usdPerGb / SECONDS_PER_HOUR * BYTES_PER_GB;
    }

    private static double usdPerGb(LinkCost link, DeployablePlan deployed) {
        return deployed.infrastructure()
                .link(link.fromTier(), link.toTier())
                .map(Link::usdPerGb)
                .orElse(0.0);
    }

    /** Of what comes to an operator on a group, the share that its flows bring over the link. */
    private static double bytesPerSecond(
            Placement placement, LinkCost link, DeployablePlan deployed, Observation observed) {
        List<Flow> into = deployed.plan().flowsInto(placement.operator(), placement.group());
        double all = into.stream().mapToDouble(Flow::requestsPerSecond).sum();
        double across = into.stream()
                .filter(flow -> flow.fromTier().equals(link.fromTier()))
                .mapToDouble(Flow::requestsPerSecond)
                .sum();
        return observed.stages().stream()
                .filter(stage -> stage.operator().equals(placement.operator())
                        && stage.group().equals(placement.group())
                        && stage.bytesPerItem() > 0)
                .mapToDouble(stage -> all == 0 ? 0 : stage.bytesPerItem() * stage.itemsPerSecond() * across / all)
                .sum();
    }

    /** For people: {@code link edge to hub}. */
    public String name() {
        return "link %s to %s".formatted(planned.fromTier(), planned.toTier());
    }

    /** NaN if it is not known. */
    public double plannedMbps() {
        return plannedBytesPerSecond * MEGABITS_PER_BYTE;
    }

    /** Million bits per second that did travel. */
    public double mbps() {
        return bytesPerSecond * MEGABITS_PER_BYTE;
    }

    /** What that costs. */
    public double usdPerHour() {
        return bytesPerSecond * SECONDS_PER_HOUR / BYTES_PER_GB * usdPerGb;
    }
}
