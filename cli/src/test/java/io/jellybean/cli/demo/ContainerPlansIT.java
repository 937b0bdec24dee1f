package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jellybean.cli.plan.ComparedPlanners;
import io.jellybean.cli.plan.PlanInputs;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.planner.Planner;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans against reality, on containers that have 0.15, 0.3, 0.3 and 0.5 of a core and links of 50, 10 and 2 Mbit/s: each type of worker
 * is profiled under its limit, and what JellyBean and the other planners make of that is served and measured.
 */
@Timeout(4800)
@EnabledIfSystemProperty(named = "jellybean.containers", matches = "true", disabledReason = "mvn verify -Pcontainers")
final class ContainerPlansIT {

    private static final Duration PROFILED_WITHIN = Duration.ofMinutes(15);

    /** The process of a worker takes CPU time that no profile has: much of it where there is 0.15 of a core. */
    private static final double MAX_UTILISATION = 0.3;

    /** Below so many bytes per second no frames cross a link; what operators make of them depends on all variants before. */
    private static final double MADE_OF_FRAMES = 100_000;

    private static final double FEW_FRAMES = 4;
    private static final double MANY_FRAMES = 34;
    private static final double TOO_MUCH = 1.3;

    @Test
    void servesAsPlannedOnUnequalWorkers(@TempDir Path folder) throws Exception {
        assumeTrue(ContainerEngine.answers(), "no container engine answers: docker version");
        ContainerEngine.buildImages();
        Path files = Files.createDirectory(folder.resolve("street"));
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        Infrastructure tiers = UnequalTiers.in(files);
        profile(files);
        List<NamedPlan> few = plans(files, FEW_FRAMES);
        List<NamedPlan> many = plans(files, MANY_FRAMES);

        List<ServedPlan> asked = new ArrayList<>();
        ServedPlan tooMuch;
        try (ContainerStreet street = ContainerStreet.up(tiers, files);
                PlanTrial trial = new PlanTrial(street, tiers)) {
            for (NamedPlan each : few) {
                asked.add(trial.serve(each.name(), each.plan(), FEW_FRAMES));
            }
            for (NamedPlan each : many) {
                asked.add(trial.serve(each.name(), each.plan(), MANY_FRAMES));
            }
            DeployablePlan ours = many.get(0).plan();
            double full = MANY_FRAMES / busiest(ours);
            tooMuch = trial.serve("JellyBean, with too many frames", ours, MANY_FRAMES, TOO_MUCH * full);
            assertThat(trial.throttledByWorker().values()).hasSize(4).allMatch(periods -> periods > 0);
        }
        List<ServedPlan> all = new ArrayList<>(asked);
        all.add(tooMuch);
        System.out.println(ServedPlan.table(all));

        asked.forEach(ContainerPlansIT::assertAsPlanned);
        assertThat(tooMuch.servedPerSecond()).isLessThan(0.95 * tooMuch.sentPerSecond());
        assertThat(tooMuch.waiting().after()).isGreaterThan(tooMuch.waiting().before());
    }

    private static void assertAsPlanned(ServedPlan served) {
        assertThat(served.servedPerSecond())
                .as("frames per second of the plan of %s", served.planners())
                .isGreaterThanOrEqualTo(0.95 * served.asked());
        double bytes = served.plannedBytesPerSecond();
        assertThat(served.bytesPerSecond())
                .as("bytes per second over the links of the plan of %s", served.planners())
                .isCloseTo(bytes, within((bytes < MADE_OF_FRAMES ? 0.15 : 0.05) * bytes));
        assertThat(served.usdPerHour())
                .as("dollars per hour of the plan of %s", served.planners())
                .isCloseTo(served.plannedUsdPerHour(), within(0.05 * served.plannedUsdPerHour()));
    }

    private static double busiest(DeployablePlan plan) {
        return plan.plan().groups().stream()
                .mapToDouble(UsedGroup::utilisation)
                .max()
                .orElseThrow();
    }

    /** Each type of worker in a container of its own, while nothing else runs; accuracies are those of the example. */
    private static void profile(Path files) throws IOException, InterruptedException {
        workflow(files, MANY_FRAMES);
        Path profile = Files.copy(Path.of("../examples/vehicle-tracking/profile.yaml"), files.resolve("profile.yaml"));
        Files.setPosixFilePermissions(profile, PosixFilePermissions.fromString("rw-rw-rw-"));
        for (Map.Entry<String, Double> type : UnequalTiers.CORES_BY_TYPE.entrySet()) {
            System.out.println(ContainerEngine.run(
                    List.of(
                            "docker",
                            "run",
                            "--rm",
                            "--cpus=" + type.getValue(),
                            "--volume=%s:/work".formatted(files),
                            "--workdir=/work",
                            "jellybean",
                            "profile",
                            "--workflow=workflow.yaml",
                            "--infrastructure=infrastructure.yaml",
                            "--worker-type=" + type.getKey(),
                            "--batches=1",
                            "--limit=1",
                            "--frames=" + UnequalTiers.FRAMES,
                            "--out=profile.yaml"),
                    Map.of(),
                    PROFILED_WITHIN));
        }
    }

    /**
     * A plan to serve.
     *
     * @param planners all who came to it
     */
    private record NamedPlan(List<String> planners, DeployablePlan plan) {

        String name() {
            return String.join("; ", planners);
        }

        boolean isServedLike(Plan other) {
            return plan.plan().variantByOperator().equals(other.variantByOperator())
                    && plan.plan().placements().equals(other.placements());
        }
    }

    /** JellyBean's first. */
    private static List<NamedPlan> plans(Path files, double framesPerSecond) throws IOException {
        PlanningInputs inputs = PlanningInputs.read(
                List.of(workflow(files, framesPerSecond)),
                files.resolve("infrastructure.yaml"),
                List.of(files.resolve("profile.yaml")));
        MixedIntegerPlanner jellybean = MixedIntegerPlanner.withTimeLimit(MixedIntegerPlanner.DEFAULT_TIME_LIMIT);
        Map<String, Planner> planners = new LinkedHashMap<>(Map.of("JellyBean", jellybean));
        planners.putAll(ComparedPlanners.beside(jellybean));
        List<NamedPlan> plans = new ArrayList<>();
        planners.forEach((name, planner) -> planner.plan(inputs.problem())
                .fold(
                        planned -> Optional.of(planned.plan()),
                        no -> Optional.<Plan>empty(),
                        no -> Optional.<Plan>empty())
                .ifPresent(plan -> plans.stream()
                        .filter(each -> each.isServedLike(plan))
                        .findFirst()
                        .ifPresentOrElse(
                                same -> same.planners().add(name),
                                () -> plans.add(new NamedPlan(
                                        new ArrayList<>(List.of(name)),
                                        PlanInputs.of(inputs).deployable(plan).orElseThrow())))));
        return plans;
    }

    private static Path workflow(Path files, double framesPerSecond) throws IOException {
        return Files.writeString(
                files.resolve("workflow.yaml"), String.format(Locale.ROOT, """
                format: jellybean-workflow/1
                id: vehicle-tracking
                sources:
                  - {id: cameras, topic: frames, tier: edge}
                operators:
                  - {id: detect, kind: detect, variants: [vehicle-detector-s, vehicle-detector-pruned, vehicle-detector-l]}
                  - {id: embed, kind: embed, variants: [vehicle-embedding-s, vehicle-embedding-l]}
                  - {id: track, kind: track, stateful: true, maxSlots: 1}
                  - {id: associate, kind: associate, stateful: true, maxSlots: 1}
                channels:
                  - {from: cameras, to: detect}
                  - {from: detect, to: embed}
                  - {from: embed, to: track}
                  - {from: track, to: associate}
                sinks:
                  - {from: track, topic: tracks}
                  - {from: associate, topic: vehicles}
                objective:
                  requestsPerSecond: {cameras: %.1f}
                  minAccuracy: 0.8
                  maxUtilisation: %.2f
                """, framesPerSecond, MAX_UTILISATION));
    }
}
