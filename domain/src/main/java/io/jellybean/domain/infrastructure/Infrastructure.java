package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tiers of workers and the links between them.
 *
 * @param tiers nearest to the cameras first
 * @param groups one per tier and type
 * @param links at most one per pair of tiers and direction; a pair that is not listed cannot be used
 * @param ingest at most one per tier
 */
public record Infrastructure(
        String id, List<String> tiers, List<WorkerGroup> groups, List<Link> links, List<IngestHost> ingest) {
    public Infrastructure {
        Require.name("infrastructure id", id);
        tiers = List.copyOf(tiers);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
        ingest = List.copyOf(ingest);
        tiers.forEach(tier -> Require.name("infrastructure %s: tier".formatted(id), tier));
        Require.distinct("infrastructure %s: tiers".formatted(id), tiers);
        Require.distinct(
                "infrastructure %s: worker groups".formatted(id),
                groups.stream().map(WorkerGroup::id).toList());
        Require.distinct(
                "infrastructure %s: links".formatted(id),
                links.stream()
                        .map(link -> link.fromTier() + " -> " + link.toTier())
                        .toList());
        Require.distinct(
                "infrastructure %s: ingest".formatted(id),
                ingest.stream().map(IngestHost::tier).toList());
        Require.unbroken("infrastructure " + id, brokenRules(tiers, groups, links, ingest));
    }

    /** The group of that name, if there is one. */
    public Optional<WorkerGroup> group(GroupId groupId) {
        return groups.stream().filter(group -> group.id().equals(groupId)).findFirst();
    }

    /** The link in that direction, if there is one. */
    public Optional<Link> link(String fromTier, String toTier) {
        return links.stream()
                .filter(link ->
                        link.fromTier().equals(fromTier) && link.toTier().equals(toTier))
                .findFirst();
    }

    private static List<String> brokenRules(
            List<String> tiers, List<WorkerGroup> groups, List<Link> links, List<IngestHost> ingest) {
        List<String> broken = new ArrayList<>();
        if (groups.isEmpty()) {
            broken.add("needs at least one group of workers");
        }
        Stream.of(
                        groups.stream().map(WorkerGroup::tier),
                        links.stream().map(Link::fromTier),
                        links.stream().map(Link::toTier),
                        ingest.stream().map(IngestHost::tier))
                .flatMap(names -> names)
                .distinct()
                .filter(tier -> !tiers.contains(tier))
                .forEach(tier ->
                        broken.add("there is no tier \"%s\". Known are: %s".formatted(tier, String.join(", ", tiers))));
        return broken;
    }
}
