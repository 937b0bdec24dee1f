package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tiers from the links between workers: workers that need no paid link to each other stand together, and all of a tier have the
 * same links to all of another. Tiers are named {@code tier-1}, {@code tier-2}, ...: that of the nearest worker first, then by
 * what it costs to get there from it.
 */
public final class DerivedTiers {

    private final Map<String, WorkerGroup> groupByName;
    private final List<WorkerLink> links;
    private final List<Set<String>> tiers = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();

    /**
     * @param groupByName workers by their names; the tier of a group is still its name
     * @param links the paid ones; workers without one between them are near each other
     * @param nearest the name of a worker that stands beside the sources
     * @throws IllegalArgumentException with all contradictions between the links
     */
    public DerivedTiers(Map<String, WorkerGroup> groupByName, List<WorkerLink> links, String nearest) {
        this.groupByName = new LinkedHashMap<>(groupByName);
        this.links = List.copyOf(links);
        requireKnown(nearest);
        groupByName.keySet().forEach(this::assign);
        checkThatTiersAreWhole();
        checkThatLinksAgree();
        Require.unbroken("links between workers", contradictions);
        Set<String> first = tierOf(nearest);
        tiers.sort(Comparator.comparing((Set<String> tier) -> !tier.equals(first))
                .thenComparingDouble(tier -> usdPerGb(first, tier)));
    }

    /** The names of the workers of each tier, nearest first. */
    public List<Set<String>> tiers() {
        return List.copyOf(tiers);
    }

    /** The infrastructure with its tiers. */
    public Infrastructure infrastructure(String id, List<IngestHost> ingest) {
        Map<GroupId, WorkerGroup> groups = new LinkedHashMap<>();
        for (Set<String> tier : tiers) {
            for (String name : tier) {
                WorkerGroup group =
                        Objects.requireNonNull(groupByName.get(name)).inTier(nameOf(tier));
                groups.merge(group.id(), group, DerivedTiers::together);
            }
        }
        List<Link> between = new ArrayList<>();
        for (Set<String> from : tiers) {
            for (Set<String> to : tiers) {
                link(from, to).ifPresent(link -> between.add(link.between(nameOf(from), nameOf(to))));
            }
        }
        return new Infrastructure(
                id, tiers.stream().map(this::nameOf).toList(), List.copyOf(groups.values()), between, ingest);
    }

    private static WorkerGroup together(WorkerGroup one, WorkerGroup other) {
        if (one.usdPerHour() != other.usdPerHour()
                || one.slots() != other.slots()
                || one.memoryBytes() != other.memoryBytes()
                || one.provider() != other.provider()) {
            throw new IllegalArgumentException(
                    "workers of type %s in one tier differ in price, slots, memory or provider. Maybe give them types of their own"
                            .formatted(one.type()));
        }
        return new WorkerGroup(
                one.tier(),
                one.type(),
                one.count() + other.count(),
                one.usdPerHour(),
                one.slots(),
                one.memoryBytes(),
                one.provider());
    }

    private void requireKnown(String nearest) {
        List<String> unknown = new ArrayList<>();
        links.forEach(link -> {
            unknown.add(link.from());
            unknown.add(link.to());
        });
        unknown.add(nearest);
        unknown.removeIf(groupByName::containsKey);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there are no workers %s; known are %s"
                    .formatted(new LinkedHashSet<>(unknown), groupByName.keySet()));
        }
    }

    private void assign(String worker) {
        for (Set<String> tier : tiers) {
            if (areNear(worker, tier.iterator().next())) {
                tier.add(worker);
                return;
            }
        }
        tiers.add(new LinkedHashSet<>(List.of(worker)));
    }

    private void checkThatTiersAreWhole() {
        for (Set<String> tier : tiers) {
            String first = tier.iterator().next();
            for (String one : tier) {
                for (String other : tier) {
                    if (one.compareTo(other) < 0 && !areNear(one, other)) {
                        contradictions.add(
                                "%s and %s are both near %s, but there is a link between them. Maybe remove it, or link %s to one of them"
                                        .formatted(one, other, first, first));
                    }
                }
            }
        }
    }

    private void checkThatLinksAgree() {
        for (Set<String> from : tiers) {
            for (Set<String> to : tiers) {
                List<WorkerLink> between = between(from, to);
                if (!from.equals(to) && !between.isEmpty()) {
                    WorkerLink first = between.get(0);
                    between.stream()
                            .filter(link -> !link.between("a", "b").equals(first.between("a", "b")))
                            .forEach(link -> contradictions.add(
                                    "%s -> %s and %s -> %s join the same tiers, but differ in price, mbps or round trip"
                                            .formatted(first.from(), first.to(), link.from(), link.to())));
                    for (String sender : from) {
                        for (String receiver : to) {
                            if (link(sender, receiver).isEmpty()) {
                                contradictions.add(
                                        "%s -> %s has a link, and so must %s -> %s, which joins the same tiers"
                                                .formatted(first.from(), first.to(), sender, receiver));
                            }
                        }
                    }
                }
            }
        }
    }

    private boolean areNear(String one, String other) {
        return one.equals(other)
                || (link(one, other).isEmpty() && link(other, one).isEmpty());
    }

    private Optional<WorkerLink> link(String from, String to) {
        return links.stream()
                .filter(link -> link.from().equals(from) && link.to().equals(to))
                .findFirst();
    }

    private List<WorkerLink> between(Set<String> from, Set<String> to) {
        return links.stream()
                .filter(link -> from.contains(link.from()) && to.contains(link.to()))
                .toList();
    }

    private Optional<WorkerLink> link(Set<String> from, Set<String> to) {
        return from.equals(to) ? Optional.empty() : between(from, to).stream().findFirst();
    }

    private double usdPerGb(Set<String> from, Set<String> to) {
        Function<WorkerLink, Double> price = WorkerLink::usdPerGb;
        return link(from, to).map(price).orElse(from.equals(to) ? 0 : Double.POSITIVE_INFINITY);
    }

    private Set<String> tierOf(String worker) {
        return tiers.stream().filter(tier -> tier.contains(worker)).findFirst().orElseThrow();
    }

    private String nameOf(Set<String> tier) {
        return "tier-" + (tiers.indexOf(tier) + 1);
    }
}
