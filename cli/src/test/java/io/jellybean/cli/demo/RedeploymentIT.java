package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One plan after the other for a job that goes on, on real processes. */
@Timeout(300)
final class RedeploymentIT {

    private static final int BETWEEN_MOVES = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GroupId EDGE = HandMadePlans.EDGE;
    private static final GroupId CLOUD = HandMadePlans.CLOUD;
    private static final Workflow WORKFLOW = ExactlyOnce.vehicleTracking();
    private static final Infrastructure CORNER = new Infrastructure(
            "corner",
            List.of("edge", "cloud"),
            List.of(
                    new WorkerGroup("edge", "box", 2, 0.03, 1, 640_000_000),
                    new WorkerGroup("cloud", "vm", 1, 0.2, 2, 900_000_000)),
            List.of(),
            List.of(new IngestHost("edge", 1, 0.02, 640_000_000)));

    private static Path home;
    private static StreetCorner corner;
    private static FlinkRest flink;
    private static String kafka;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        home = folder;
        corner = StreetCorner.start(CORNER, folder);
        flink = corner.flink();
        kafka = corner.kafka();
    }

    @AfterAll
    static void end() {
        corner.close();
    }

    @AfterEach
    void cancelAllJobs() throws InterruptedException {
        flink.jobs().stream().filter(job -> !job.state().isTerminal()).forEach(job -> flink.cancel(job.id()));
        corner.cluster()
                .flink()
                .jobManager()
                .awaitReady(
                        () -> flink.taskManagers().stream()
                                .allMatch(worker -> worker.free().equals(worker.total())),
                        PATIENCE);
    }

    /** Variants, tiers and parallelism change, and the tracker moves from the edge to the cloud and back. */
    @Test
    void losesNothingAndDoublesNothingInFiveRedeployments() throws Exception {
        // given
        List<DeployablePlan> plans = List.of(
                plan(EDGE, Map.of(EDGE, 1, CLOUD, 1), "vehicle-detector-s", "vehicle-embedding-s"),
                plan(CLOUD, Map.of(CLOUD, 1), "vehicle-detector-m", "vehicle-embedding-s"),
                plan(EDGE, Map.of(EDGE, 2), "vehicle-detector-m", "vehicle-embedding-m"),
                plan(CLOUD, Map.of(EDGE, 1, CLOUD, 1), "vehicle-detector-s", "vehicle-embedding-m"),
                plan(EDGE, Map.of(EDGE, 2, CLOUD, 1), "vehicle-detector-m-int8", "vehicle-embedding-s"),
                plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-s", "vehicle-embedding-s"));
        submit(plans.get(0));
        List<Long> redeployedAtMillis = new ArrayList<>();
        try (LiveStreet street = LiveStreet.play(kafka);
                CommittedResults tracks = CommittedResults.follow(kafka, "tracks")) {
            street.awaitSent(BETWEEN_MOVES);

            // when
            for (DeployablePlan next : plans.subList(1, plans.size())) {
                redeployedAtMillis.add(System.currentTimeMillis());
                Redeployment.Outcome outcome = replace(next);
                assertThat(outcome.whyRolledBack()).isNull();
                street.awaitSent(BETWEEN_MOVES);
            }
            Map<String, Integer> sent = street.end();
            int all = sent.values().stream().mapToInt(Integer::intValue).sum();
            tracks.await(all, PATIENCE);

            // then: each frame once, in the order of its camera; what is in sight stays who it is; no identity is given
            // twice
            List<CommittedResults.Gap> gaps = tracks.gaps(redeployedAtMillis);
            gaps.forEach(gap -> System.out.println("no results for " + gap));
            tracks.requireEachFrameOnce(sent);
            assertThat(gaps)
                    .filteredOn(gap -> !gap.cameras().isEmpty())
                    .isNotEmpty()
                    .allSatisfy(gap -> assertThat(gap.cameras())
                            .anySatisfy(camera -> assertThat(gap.kept(camera)).isNotEmpty()));
        }
    }

    @Test
    void runsTheOldPlanAgainIfTheNewOneDoesNotComeUp() throws InterruptedException {
        DeployablePlan good = plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-s", "vehicle-embedding-s");
        // On as many slots of the same workers, which nobody can rehearse on.
        DeployablePlan bad = withWrongHashes(plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-m", "vehicle-embedding-s"));
        submit(good);

        Redeployment.Outcome outcome = replace(bad);

        assertThat(outcome.whyRolledBack()).contains("vehicle-");
        DeployedJob running = new DeployedJobs(flink).of(WORKFLOW.id()).orElseThrow();
        assertThat(running.id()).isEqualTo(outcome.jobId());
        assertThat(running.plan()).isEqualTo(good);
        assertThat(flink.job(running.id()).runsCompletely()).isTrue();
    }

    @Test
    void refusesBeforeAnythingIsStoppedWhatFailsOnFreeSlots() throws InterruptedException {
        submit(plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-s", "vehicle-embedding-s"));
        String job = running().id();
        DeployablePlan bad =
                withWrongHashes(plan(CLOUD, Map.of(CLOUD, 1), "vehicle-detector-m", "vehicle-embedding-s"));

        assertThatThrownBy(() -> replace(bad))
                .isInstanceOf(DeploymentFailedException.class)
                .hasMessageContainingAll("rehearsed on free slots", "model vehicle-", "Maybe plan again");
        assertThat(running().id()).isEqualTo(job);
        assertThat(flink.job(job).runsCompletely()).isTrue();
    }

    @Test
    void refusesBeforeAnythingIsStoppedWhatWouldLoseState() throws InterruptedException {
        submit(plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-s", "vehicle-embedding-s"));
        DeployablePlan other = HandMadePlans.on(
                CORNER,
                withoutAssociation(WORKFLOW),
                EDGE,
                Map.of(EDGE, 1),
                Map.of("detect", "vehicle-detector-s", "embed", "vehicle-embedding-s", "track", "default"));

        assertThatThrownBy(() -> replace(other))
                .isInstanceOf(DeploymentFailedException.class)
                .hasMessageContainingAll("associate", "topic-vehicles", "would be lost", "Maybe");
        assertThat(flink.job(running().id()).runsCompletely()).isTrue();
    }

    /** The controller is a process of its own, which is killed ever later. */
    @Test
    void leavesOneJobWheneverTheControllerIsKilled() throws Exception {
        DeployablePlan one = plan(EDGE, Map.of(EDGE, 1), "vehicle-detector-s", "vehicle-embedding-s");
        DeployablePlan other = plan(CLOUD, Map.of(CLOUD, 1), "vehicle-detector-m", "vehicle-embedding-s");
        submit(one);
        List<DeployablePlan> next = List.of(other, one, other, one);
        List<String> states = new ArrayList<>();
        for (int kill = 0; kill < next.size(); kill++) {
            killAController(next.get(kill), Duration.ofMillis(50 + 700L * kill));
            states.add(String.valueOf(running(WORKFLOW.id())));

            // when: its successor comes
            try (RedeploymentJournal journal = journal()) {
                new Redeployment(flink, JellyBeanHome.ofThisBuild(), journal).finishUnfinished();
            }

            // then
            assertThat(running(WORKFLOW.id()))
                    .as("after the kills that left jobs %s", states)
                    .isEqualTo(1);
            assertThat(flink.job(running().id()).runsCompletely()).isTrue();
            assertThat(running().plan()).isEqualTo(next.get(kill));
        }
        assertThat(states).as("never two").doesNotContain("2");
    }

    private static long running(String workflow) {
        return flink.jobs().stream()
                .filter(job -> job.name().equals(workflow) && !job.state().isTerminal())
                .count();
    }

    /** Lets a process begin to replace the job, and kills it some time after it has written down what it means to do. */
    private static void killAController(DeployablePlan next, Duration after) throws IOException, InterruptedException {
        Path plan = home.resolve("next-plan.json");
        Files.writeString(plan, PlanFile.text(next));
        Process controller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JellyBeanHome.ofThisBuild()
                                .path("cli/target/jellybean-cli.jar")
                                .toString(),
                        "submit",
                        "--replace",
                        "--plan=" + plan,
                        "--flink=" + flink.address(),
                        "--dir=" + home)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("controller.log").toFile())
                .start();
        try {
            Path intent = home.resolve("deployments").resolve(WORKFLOW.id()).resolve("redeployment.json");
            while (controller.isAlive() && !Files.exists(intent)) {
                Thread.sleep(5);
            }
            Thread.sleep(after.toMillis());
        } finally {
            controller.destroyForcibly().waitFor();
        }
    }

    private static DeployablePlan plan(
            GroupId stateful, Map<GroupId, Integer> workers, String detector, String embedding) {
        Map<String, String> variants = new TreeMap<>(HandMadePlans.lastVariants(WORKFLOW));
        variants.put("detect", detector);
        variants.put("embed", embedding);
        return HandMadePlans.on(CORNER, WORKFLOW, stateful, workers, variants);
    }

    private static DeployablePlan withWrongHashes(DeployablePlan plan) {
        Map<String, String> wrong = new TreeMap<>();
        plan.onnxModelSha256ByVariant().forEach((variant, sha256) -> wrong.put(variant, "0".repeat(64)));
        return new DeployablePlan(
                plan.plan(),
                plan.workflow(),
                plan.infrastructure(),
                plan.sharing(),
                plan.maxUtilisation(),
                wrong,
                plan.maxParallelism());
    }

    private static Workflow withoutAssociation(Workflow workflow) {
        return new Workflow(
                workflow.id(),
                workflow.sources(),
                workflow.operators().stream()
                        .filter(operator -> !operator.id().equals("associate"))
                        .toList(),
                workflow.channels().stream()
                        .filter(channel -> !channel.to().equals("associate"))
                        .toList(),
                workflow.sinks().stream()
                        .filter(sink -> !sink.from().equals("associate"))
                        .toList());
    }

    private static void submit(DeployablePlan plan) throws InterruptedException {
        new JobDeployment(flink, JellyBeanHome.ofThisBuild()).submit(plan, kafka);
    }

    private static Redeployment.Outcome replace(DeployablePlan next) throws InterruptedException {
        try (RedeploymentJournal journal = journal()) {
            return new Redeployment(flink, JellyBeanHome.ofThisBuild(), journal).replace(running(), next);
        }
    }

    private static DeployedJob running() {
        return new DeployedJobs(flink).of(WORKFLOW.id()).orElseThrow();
    }

    private static RedeploymentJournal journal() {
        return RedeploymentJournal.open(home.resolve("deployments"), WORKFLOW.id());
    }
}
