package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.domain.io.InfrastructureFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of somebody who runs a street: plan, submit, watch; and then the only box at the edge is gone for good. */
@Timeout(300)
final class WatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void movesTheWorkWhenAGroupIsLostForGood(@TempDir Path folder) throws Exception {
        // given
        StreetCommands street = new StreetCommands(folder);
        street.workflow(0.8);
        Path infrastructure = street.infrastructure();
        Path plan = street.plan();
        try (StreetCorner corner = StreetCorner.start(InfrastructureFile.read(infrastructure), folder)) {
            street.submit(corner, plan);
            DeployedJobs jobs = new DeployedJobs(corner.flink());
            assertThat(groups(jobs)).containsExactly("edge/edge-box");
            Process watch = street.watch(corner, List.of("--interval=2s", "--sustained=6s"));
            try (LiveStreet cameras = LiveStreet.play(corner.kafka());
                    CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
                cameras.awaitSent(200);
                showsPlanBesideReality(street.where(corner));

                // when
                long lostAtMillis = System.currentTimeMillis();
                corner.cluster().flink().killTaskManager("edge-edge-box-1");
                corner.cluster().flink().jobManager().awaitReady(() -> runsInTheCloud(corner.flink()), PATIENCE);
                System.out.printf(
                        Locale.ROOT,
                        "the work is moved %.1f s after its worker was killed%n",
                        (System.currentTimeMillis() - lostAtMillis) / 1_000.0);
                cameras.awaitSent(100);

                // then
                Map<String, Integer> sent = cameras.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                tracks.requireEachFrameOnce(sent);
            } finally {
                watch.destroy();
                assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(street.log()).content().contains("hold (", "move (workers lost)", "moved: job ");
            assertThat(folder.resolve("deployments/vehicle-tracking/decisions.jsonl"))
                    .content()
                    .contains("\"reason\":\"workers lost\"", "\"predicted\":", "\"moved\":true");
        }
    }

    private static void showsPlanBesideReality(List<String> where) {
        CommandLines.Ran status = CommandLines.run(
                Stream.concat(Stream.of("status", "--over=4s"), where.stream()).toArray(String[]::new));
        assertThat(status.status()).as(status.err()).isZero();
        assertThat(status.out())
                .contains("vehicle-tracking: job ", "planned load", "waits, p50", "planned utilisation", "$ per hour")
                .containsPattern("detect [^\\n]*edge/edge-box [^\\n]*30.0/s [^\\n]* ms [^\\n]* ms ")
                .containsPattern("source cameras +[\\d.]+ requests/s arrive, \\d+ wait")
                .containsPattern("capture to result +tracks: p50 \\d+ ms, p99 \\d+ ms");
    }

    private static boolean runsInTheCloud(FlinkRest flink) {
        DeployedJobs jobs = new DeployedJobs(flink);
        return groups(jobs).equals(List.of("cloud/cloud-vm"))
                && jobs.of("vehicle-tracking")
                        .map(job -> flink.job(job.id()).runsCompletely())
                        .orElse(false);
    }

    private static List<String> groups(DeployedJobs jobs) {
        return jobs.of("vehicle-tracking").map(StreetCommands::groups).orElse(List.of());
    }
}
