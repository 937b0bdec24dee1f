package io.jellybean.benchmarks.engine;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.compile.PlanningInputs;
import java.nio.file.Path;
import java.util.List;

/**
 * Many streets like that of an example, planned for together: as many times the rate, the workers of each type and the bandwidth of each
 * link. Tracks are associated within a street, so that state may take as many times the slots.
 *
 * @param street what is asked of one
 */
record City(PlanningProblem street) {

    static final int CAMERAS_PER_STREET = 3;

    /** How busy workers may be: the example's machine does more than serve. */
    static final double MAX_UTILISATION = 0.8;

    /**
     * Reads an example.
     *
     * @param examples the folder of all; they share one infrastructure
     * @param workflow which
     */
    static City read(Path examples, String workflow) {
        Path example = examples.resolve(workflow);
        PlanningProblem asked = PlanningInputs.read(
                        List.of(example.resolve("workflow.yaml")),
                        examples.resolve("vehicle-tracking/infrastructure.yaml"),
                        List.of(example.resolve("profile.yaml")))
                .problem();
        return new City(
                new ChangedProblem(asked).withMaxUtilisation(MAX_UTILISATION).problem());
    }

    /** Of so many streets. */
    PlanningProblem of(int streets) {
        ChangedProblem city = new ChangedProblem(street)
                .withRatesTimes(streets)
                .withLinks(street.links().stream()
                        .map(link -> wider(link, streets))
                        .toList());
        for (ProblemOperator operator : street.operators()) {
            Integer maxSlots = operator.maxSlots();
            city = city.withOperator(new ProblemOperator(
                    operator.id(),
                    operator.variants(),
                    operator.stateful(),
                    maxSlots == null ? null : maxSlots * streets));
        }
        for (GroupId group : groups()) {
            city = city.withMoreWorkers(group, (int) workersOf(group) * (streets - 1));
        }
        return city.problem();
    }

    double requestsPerSecond(int streets) {
        return street.sources().get(0).ratePerSecond() * streets;
    }

    private static TierLink wider(TierLink link, int times) {
        Double mbps = link.mbps();
        return new TierLink(
                link.fromTier(), link.toTier(), link.usdPerGb(), mbps == null ? null : mbps * times, link.rttMs());
    }

    private List<GroupId> groups() {
        return street.workers().stream()
                .map(worker -> new GroupId(street.tierName(worker.tier()), worker.type()))
                .distinct()
                .toList();
    }

    private long workersOf(GroupId group) {
        return street.workers().stream()
                .filter(worker -> worker.type().equals(group.type()))
                .count();
    }
}
