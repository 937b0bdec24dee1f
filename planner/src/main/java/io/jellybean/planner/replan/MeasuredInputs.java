package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.compile.ProfiledWorkflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Planning inputs in which what was measured stands in place of what was expected.
 *
 * @param files what the user wrote and profiled
 * @param running the plan under which it was measured
 */
public record MeasuredInputs(PlanningInputs files, Plan running) {

    private static final double NANOS_PER_MS = 1e6;

    /** With everything that was measured between two snapshots: rates, service times, message sizes, selectivities. */
    public PlanningInputs between(MetricSnapshot earlier, MetricSnapshot later) {
        Observation observed = Observation.between(earlier, later);
        return withMeasured(observed, slownessByType(observed, observed.keepsUp()))
                .withRates(observed.arrivedPerSecond());
    }

    /** The same, but with the rates of the files. */
    public PlanningInputs withMeasuredBetween(MetricSnapshot earlier, MetricSnapshot later) {
        Observation observed = Observation.between(earlier, later);
        return withMeasured(observed, slownessByType(observed, observed.keepsUp()))
                .files();
    }

    /** With these rates; a source that is silent keeps a trickle, as a plan needs a rate. */
    PlanningInputs withRates(Map<String, Double> requestsPerSecond) {
        List<ProfiledWorkflow> workflows = files.workflows().stream()
                .map(each -> {
                    Map<String, Double> rates =
                            new TreeMap<>(each.wanted().objective().requestsPerSecondBySource());
                    rates.replaceAll((source, asked) -> {
                        double measured = Objects.requireNonNull(requestsPerSecond.getOrDefault(source, asked));
                        return Math.max(measured, asked / 1_000);
                    });
                    return new ProfiledWorkflow(
                            new WorkflowAndObjective(
                                    each.wanted().workflow(),
                                    each.wanted().objective().withRequestsPerSecond(rates)),
                            each.profile());
                })
                .toList();
        return new PlanningInputs(workflows, files.infrastructure());
    }

    /** With no more workers than are there. */
    MeasuredInputs withWorkers(Map<GroupId, Integer> there) {
        Infrastructure declared = files.infrastructure();
        List<WorkerGroup> groups = declared.groups().stream()
                .flatMap(group -> {
                    int count = Math.min(group.count(), there.getOrDefault(group.id(), 0));
                    return count == 0
                            ? Optional.<WorkerGroup>empty().stream()
                            : Optional.of(group.withCount(count)).stream();
                })
                .toList();
        return new MeasuredInputs(
                new PlanningInputs(
                        files.workflows(),
                        new Infrastructure(
                                declared.id(), declared.tiers(), groups, declared.links(), declared.ingest())),
                running);
    }

    /**
     * By how much the worker types in use are slower than profiled, over all that runs there, weighted by its load; 1: as profiled. The
     * service time is what was counted while the job keeps up. When it does not, workers may be given less than their cores: then a
     * request takes longer by as much as they lack, but by no more than its wall-clock time says.
     */
    Map<String, Double> slownessByType(Observation observed, boolean keepsUp) {
        Map<String, Double> profiledByType = new TreeMap<>();
        Map<String, Double> measuredByType = new TreeMap<>();
        for (ProfiledWorkflow each : files.workflows()) {
            for (StageRate stage : observed.stages()) {
                double ms = keepsUp ? stage.serviceMillis() : millisOfWhatIsGiven(stage, observed);
                profiled(each.profile(), stage)
                        .filter(row -> stage.itemsPerSecond() > 0)
                        .ifPresent(row -> {
                            double expected = row.time().toNanos() / NANOS_PER_MS;
                            profiledByType.merge(row.workerType(), stage.itemsPerSecond() * expected, Double::sum);
                            measuredByType.merge(row.workerType(), stage.itemsPerSecond() * ms, Double::sum);
                        });
            }
        }
        Map<String, Double> slownessByType = new TreeMap<>();
        measuredByType.forEach((type, measured) ->
                slownessByType.put(type, measured / Objects.requireNonNull(profiledByType.get(type))));
        return slownessByType;
    }

    private double millisOfWhatIsGiven(StageRate stage, Observation observed) {
        double slots = running.groups().stream()
                .filter(used -> used.group().equals(stage.group()))
                .mapToDouble(UsedGroup::slots)
                .sum();
        double lack = Math.max(1, slots / observed.busySlots(stage.group()));
        return Math.max(stage.serviceMillis(), Math.min(stage.computeMillis(), stage.serviceMillis() * lack));
    }

    /**
     * With measured service times, message sizes and selectivities. A worker type on which everything is slower than its profile is
     * slower for the variants, too, that do not run.
     *
     * @param slownessByType of worker types; others are as profiled
     */
    MeasuredInputs withMeasured(Observation observed, Map<String, Double> slownessByType) {
        List<ProfiledWorkflow> workflows = files.workflows().stream()
                .map(each -> new ProfiledWorkflow(
                        each.wanted(),
                        each.profile()
                                .updatedBy(
                                        measured(each.wanted().workflow(), each.profile(), observed, slownessByType))))
                .toList();
        return new MeasuredInputs(new PlanningInputs(workflows, files.infrastructure()), running);
    }

    private Profile measured(
            Workflow workflow, Profile profile, Observation observed, Map<String, Double> slownessByType) {
        return new Profile(
                serviceTimes(profile, slownessByType),
                messageSizes(workflow, observed),
                selectivities(workflow, profile, observed),
                new AccuracyTable(List.of(), List.of()));
    }

    private static List<ServiceTime> serviceTimes(Profile profile, Map<String, Double> slownessByType) {
        return profile.serviceTimes().stream()
                .flatMap(row -> {
                    double slowness = slownessByType.getOrDefault(row.workerType(), 1.0);
                    return Math.abs(slowness - 1) > ReplanSettings.AS_PROFILED
                            ? Stream.of(slower(row, slowness))
                            : Stream.empty();
                })
                .toList();
    }

    private static ServiceTime slower(ServiceTime row, double times) {
        long nanos = Math.max(1, Math.round(row.time().toNanos() * times));
        return new ServiceTime(row.operator(), row.variant(), row.workerType(), Duration.ofNanos(nanos));
    }

    private Optional<ServiceTime> profiled(Profile profile, StageRate stage) {
        String variant = running.variantByOperator().get(stage.operator());
        return profile.serviceTimes().stream()
                .filter(row -> row.operator().equals(stage.operator())
                        && row.variant().equals(variant)
                        && row.workerType().equals(stage.group().type()))
                .findFirst();
    }

    /** Of operators with one input: what comes to them is what that channel carries, with the variant that runs before it. */
    private List<MessageSize> messageSizes(Workflow workflow, Observation observed) {
        List<MessageSize> changed = new ArrayList<>();
        for (Channel channel : workflow.channels()) {
            if (workflow.channelsInto(channel.to()).size() == 1) {
                observed.stages().stream()
                        .filter(stage -> stage.operator().equals(channel.to()) && stage.bytesPerItem() > 0)
                        .mapToDouble(StageRate::bytesPerItem)
                        .average()
                        .ifPresent(bytes -> changed.add(new MessageSize(
                                channel, running.variantByOperator().get(channel.from()), Math.round(bytes))));
            }
        }
        return changed;
    }

    private static List<Selectivity> selectivities(Workflow workflow, Profile profile, Observation observed) {
        List<Selectivity> changed = new ArrayList<>();
        for (Selectivity expected : profile.selectivities()) {
            Channel channel = expected.channel();
            double sent = observed.itemsPerSecond(channel.from());
            double received = observed.itemsPerSecond(channel.to());
            boolean isOther = Math.abs(received / sent / expected.ratio() - 1) > ReplanSettings.AS_PROFILED;
            if (workflow.channelsInto(channel.to()).size() == 1 && sent > 0 && received > 0 && isOther) {
                changed.add(new Selectivity(channel, received / sent));
            }
        }
        return changed;
    }
}
