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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
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

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> EDGE = List.of("edge/edge-box");
    private static final List<String> CLOUD = List.of("cloud/cloud-vm");
    private static final double DEAR = 0.9;
    private static final double GENEROUS = 0.8;

    /** Only the largest networks are. */
    private static final double ACCURATE = 0.88;

    /** Of a core; the cameras take a third of one. */
    private static final double SLOW = 0.2;

    private static final int MORE_THAN_A_MINUTE = 2_400;

    private StreetCommands street = new StreetCommands(Path.of(""));

    @BeforeEach
    void writeFiles(@TempDir Path folder) throws IOException {
        street = new StreetCommands(folder);
        street.infrastructure();
    }

    @Test
    void followsPrices() throws Exception {
        street.workflow(GENEROUS);
        List<String> moves = watched(street.plan(), seconds -> 1, (corner, cameras) -> {
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
                (corner, cameras) ->
                        awaitPlan(corner, job -> StreetCommands.groups(job).equals(EDGE)));
        assertThat(moves).contains("cheaper");
    }

    @Test
    void takesWorkFromAWorkerThatBecameSlower() throws Exception {
        street.workflow(GENEROUS);
        List<String> moves = watched(street.plan(), seconds -> 1, (corner, cameras) -> {
            ChildProcess box = Objects.requireNonNull(
                    corner.cluster().flink().taskManagers().get("edge-edge-box-1"));
            CpuLimit limit = CpuLimit.of(box, SLOW);
            try {
                awaitPlan(corner, job -> StreetCommands.groups(job).containsAll(CLOUD));
                cameras.awaitSent(MORE_THAN_A_MINUTE);
            } finally {
                limit.close();
            }
        });
        assertThat(moves).as("and never back").isNotEmpty().containsOnly("objective");
    }

    @Test
    void takesLargerNetworksWhenMoreAccuracyIsAsked() throws Exception {
        street.workflow(30, 0.16, 0.5);
        Path small = street.plan();
        street.workflow(30, 0.25, 0.5); // enough for them, and too little for large ones on the box
        List<String> moves = watched(small, seconds -> 1, (corner, cameras) -> {
            street.workflow(30, 0.25, ACCURATE);
            awaitPlan(
                    corner, job -> job.plan().plan().accuracies().stream().allMatch(accuracy -> accuracy >= ACCURATE));
        });
        assertThat(moves).contains("objective");
    }

    /** What is done to the street while it is watched. */
    private interface Change {
        void happens(StreetCorner corner, LiveStreet cameras) throws Exception;
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
                change.happens(corner, cameras);
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
