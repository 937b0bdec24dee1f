package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.PlannedCluster;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.result.TrackedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of somebody who runs a street: plan, submit, watch; and then the only box at the edge is gone for good. */
@Timeout(300)
final class WatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Path folder;

    @BeforeEach
    void keepFilesIn(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void movesTheWorkWhenAGroupIsLostForGood() throws Exception {
        // given
        Path infrastructure = Files.writeString(folder.resolve("infrastructure.yaml"), """
                format: jellybean-infrastructure/1
                id: corner
                tiers: [edge, cloud]
                workers:
                  - {tier: edge, type: edge-box, count: 1, usdPerHour: 0.03, slots: 1, memoryMb: 700}
                  - {tier: cloud, type: cloud-vm, count: 1, usdPerHour: 0.20, slots: 2, memoryMb: 900}
                links: [{from: edge, to: cloud, usdPerGb: 0.09}]
                ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
                """);
        List<String> files = List.of(
                "--workflow=" + workflow(),
                "--infrastructure=" + infrastructure,
                "--profile="
                        + Path.of("../examples/vehicle-tracking/profile.yaml").toAbsolutePath());
        Path plan = folder.resolve("plan.json");
        run("plan", files, List.of("--plan-out=" + plan));
        try (LocalCluster cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                PlannedCluster.taskManagers(InfrastructureFile.read(infrastructure)),
                LocalPorts.free(),
                folder.resolve("logs"),
                folder.resolve("state"))) {
            String kafka = cluster.kafka().bootstrapServers();
            List<String> where = List.of("--flink=" + cluster.flink().rest().address(), "--dir=" + folder);
            run("submit", where, List.of("--plan=" + plan, "--kafka=" + kafka));
            DeployedJobs jobs = new DeployedJobs(cluster.flink().rest());
            assertThat(groups(jobs)).containsExactly("edge/edge-box");
            Process watch = watch(files, where);
            try (LiveStreet street = LiveStreet.play(kafka);
                    CommittedResults tracks = CommittedResults.follow(kafka, "tracks")) {
                street.awaitSent(200);

                // when
                long lostAtMillis = System.currentTimeMillis();
                cluster.flink().killTaskManager("edge-edge-box-1");
                cluster.flink()
                        .jobManager()
                        .awaitReady(() -> runsInTheCloud(cluster.flink().rest()), PATIENCE);
                System.out.printf(
                        Locale.ROOT,
                        "the work is moved %.1f s after its worker was killed, of which 10 s are the heartbeat time-out%n",
                        (System.currentTimeMillis() - lostAtMillis) / 1_000.0);
                street.awaitSent(100);

                // then
                Map<String, Integer> sent = street.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                Map<String, List<Long>> numbers = tracks.results().stream()
                        .collect(Collectors.groupingBy(
                                TrackedFrame::camera,
                                TreeMap::new,
                                Collectors.mapping(TrackedFrame::number, Collectors.toList())));
                Map<String, List<Long>> expected = new TreeMap<>();
                sent.forEach((camera, frames) ->
                        expected.put(camera, LongStream.range(0, frames).boxed().toList()));
                assertThat(numbers).isEqualTo(expected);
            } finally {
                watch.destroy();
                assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(folder.resolve("watch.log")).content().contains("hold (", "move (workers lost)", "moved: job ");
            assertThat(folder.resolve("deployments/vehicle-tracking/decisions.jsonl"))
                    .content()
                    .contains("\"reason\":\"workers lost\"", "\"predicted\":", "\"moved\":true");
        }
    }

    /** All results are written in transactions, and the small models will do. */
    private Path workflow() throws IOException {
        String text = Files.readString(Path.of("../examples/vehicle-tracking/workflow.yaml"))
                .replaceAll("topic: (detections|tracks|vehicles)}", "topic: $1, delivery: exactly-once}")
                .replace("minAccuracy: 0.75", "minAccuracy: 0.5")
                .replace("maxUtilisation: 0.12", "maxUtilisation: 0.8")
                .replace("cameras: 45 ", "cameras: 30 ");
        return Files.writeString(folder.resolve("workflow.yaml"), text);
    }

    private static void run(String command, List<String> some, List<String> others) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(some);
        arguments.addAll(others);
        CommandLines.Ran ran = CommandLines.run(arguments.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Process watch(List<String> files, List<String> where) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JellyBeanHome.ofThisBuild().path("cli/target/jellybean-cli.jar").toString(),
                "watch",
                "--interval=2s",
                "--sustained=6s"));
        command.addAll(files);
        command.addAll(where);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("watch.log").toFile())
                .start();
    }

    private static boolean runsInTheCloud(FlinkRest flink) {
        DeployedJobs jobs = new DeployedJobs(flink);
        return groups(jobs).equals(List.of("cloud/cloud-vm"))
                && jobs.of("vehicle-tracking")
                        .map(job -> flink.job(job.id()).runsCompletely())
                        .orElse(false);
    }

    private static List<String> groups(DeployedJobs jobs) {
        return jobs.of("vehicle-tracking").map(DeployedJob::plan).stream()
                .flatMap(plan -> plan.plan().groups().stream())
                .map(UsedGroup::group)
                .map(String::valueOf)
                .toList();
    }
}
