package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The world changes under {@code jellybean watch}: prices, rates, the speed of a worker, what is asked. Only in {@code -Psoak}: with so
 * short a time to settle, JVMs that are still compiling may be a reason to move, too.
 */
@Timeout(600)
@EnabledIfSystemProperty(named = "jellybean.soak", matches = "true")
final class TriggersSoakIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> EDGE = List.of("edge/edge-box");
    private static final List<String> CLOUD = List.of("cloud/cloud-vm");
    private static final double DEAR = 0.9;
    private static final double GENEROUS = 0.8;

    /** Only the largest networks are. */
    private static final double ACCURATE = 0.88;

    /** So many busy loops on the one core that a worker may use leave it a twentieth of that. */
    private static final int COMPETITORS = 20;

    private StreetCommands street = new StreetCommands(Path.of(""));
    private final List<Process> competitors = new ArrayList<>();

    @BeforeEach
    void writeFiles(@TempDir Path folder) throws IOException {
        street = new StreetCommands(folder);
        street.infrastructure();
    }

    @AfterEach
    void endCompetitors() throws InterruptedException {
        for (Process competitor : competitors) {
            competitor.destroyForcibly().waitFor();
        }
    }

    @Test
    void followsPrices() throws Exception {
        street.workflow(GENEROUS);
        List<String> moves = watched(street.plan(), seconds -> 1, corner -> {
            street.infrastructure(DEAR);
            awaitPlan(corner, job -> StreetCommands.groups(job).equals(CLOUD));
            street.infrastructure();
            awaitPlan(corner, job -> StreetCommands.groups(job).equals(EDGE));
        });
        assertThat(moves).startsWith("cheaper");
    }

    @Test
    void doesWithLessWhenTheRateHalves() throws Exception {
        street.workflow(30, GENEROUS, ACCURATE);
        double ofTheBox =
                PlanFile.readDeployable(street.plan()).plan().groups().get(0).utilisation();
        street.workflow(60, 1.7 * ofTheBox, ACCURATE); // which is too much for it
        List<String> moves = watched(
                street.plan(),
                seconds -> seconds < 60 ? 2 : 1,
                corner -> awaitPlan(corner, job -> StreetCommands.groups(job).equals(EDGE)));
        assertThat(moves).contains("cheaper");
    }

    /** It is not given its CPU time any more: others compete for its core. */
    @Test
    void leavesAWorkerThatBecameSlower() throws Exception {
        street.workflow(GENEROUS);
        List<String> moves = watched(street.plan(), seconds -> 1, corner -> {
            compete(Objects.requireNonNull(
                    corner.cluster().flink().taskManagers().get("edge-edge-box-1")));
            awaitPlan(corner, job -> StreetCommands.groups(job).equals(CLOUD));
        });
        assertThat(moves).first().isEqualTo("objective");
    }

    @Test
    void takesLargerNetworksWhenMoreAccuracyIsAsked() throws Exception {
        street.workflow(30, 0.16, 0.5);
        Path small = street.plan();
        street.workflow(30, 0.25, 0.5); // enough for them, and too little for large ones on the box
        List<String> moves = watched(small, seconds -> 1, corner -> {
            street.workflow(30, 0.25, ACCURATE);
            awaitPlan(
                    corner, job -> job.plan().plan().accuracies().stream().allMatch(accuracy -> accuracy >= ACCURATE));
        });
        assertThat(moves).contains("objective");
    }

    private void compete(ChildProcess worker) throws IOException, InterruptedException {
        int bound = new ProcessBuilder(
                        "taskset", "--all-tasks", "--pid", "--cpu-list", "0", String.valueOf(worker.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(bound).as("exit status of taskset").isZero();
        for (int i = 0; i < COMPETITORS; i++) {
            competitors.add(
                    new ProcessBuilder("taskset", "--cpu-list", "0", "sh", "-c", "while :; do :; done").start());
        }
    }

    /** What is done to the street while it is watched. */
    private interface Change {
        void happens(StreetCorner corner) throws Exception;
    }

    /** Submits, watches, lets something happen, and sees that nothing was lost; the reasons of all moves. */
    private List<String> watched(Path plan, DoubleUnaryOperator pace, Change change) throws Exception {
        Path folder = street.folder();
        Path infrastructure = folder.resolve("infrastructure.yaml");
        try (StreetCorner corner = StreetCorner.start(InfrastructureFile.read(infrastructure), folder)) {
            street.submit(corner, plan);
            Process watch = street.watch(
                    corner, List.of("--interval=2s", "--sustained=6s", "--stabilisation=20s", "--settling=20s"));
            try (LiveStreet cameras = LiveStreet.play(corner.kafka(), pace);
                    CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
                cameras.awaitSent(300);
                change.happens(corner);
                cameras.awaitSent(100);
                Map<String, Integer> sent = cameras.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                tracks.requireEachFrameOnce(sent);
            } finally {
                watch.destroy();
                assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
                System.out.println(Files.readString(street.log()));
            }
        }
        return Files.readAllLines(street.log()).stream()
                .filter(line -> line.contains(" move ("))
                .map(line -> line.replaceAll(".* move \\(([a-z ]+)\\).*", "$1"))
                .toList();
    }

    private static void awaitPlan(StreetCorner corner, Predicate<DeployedJob> wanted) throws InterruptedException {
        corner.cluster()
                .flink()
                .jobManager()
                .awaitReady(
                        () -> new DeployedJobs(corner.flink())
                                .of("vehicle-tracking")
                                .filter(job -> corner.flink().job(job.id()).runsCompletely())
                                .filter(wanted)
                                .isPresent(),
                        PATIENCE);
    }
}
