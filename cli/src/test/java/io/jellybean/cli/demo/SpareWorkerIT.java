package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker dies while another one of its tier has nothing to do: nobody has to plan anew. */
@Timeout(300)
final class SpareWorkerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOX = "edge-box-";
    private static final Infrastructure CORNER = new Infrastructure(
            "corner",
            List.of("edge"),
            List.of(new WorkerGroup("edge", "box", 2, 0.03, 1, 640_000_000)),
            List.of(),
            List.of(new IngestHost("edge", 1, 0.02, 640_000_000)));

    @Test
    void goesOnOnTheSpareAndLosesNothing(@TempDir Path folder) throws Exception {
        // given: all operators on one of the two boxes
        Workflow workflow = ExactlyOnce.vehicleTracking();
        try (StreetCorner corner = StreetCorner.start(CORNER, folder)) {
            Job job = new JobDeployment(corner.flink(), JellyBeanHome.ofThisBuild())
                    .submit(
                            HandMadePlans.on(
                                    CORNER,
                                    workflow,
                                    HandMadePlans.EDGE,
                                    Map.of(HandMadePlans.EDGE, 1),
                                    HandMadePlans.lastVariants(workflow)),
                            corner.kafka());
            String busy = corner.flink().taskManagers().stream()
                    .filter(worker ->
                            worker.id().startsWith(BOX) && !worker.free().equals(worker.total()))
                    .map(TaskManager::id)
                    .findFirst()
                    .orElseThrow();
            try (LiveStreet street = LiveStreet.play(corner.kafka());
                    CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
                street.awaitSent(300);

                // when
                long killedAtMillis = System.currentTimeMillis();
                corner.cluster().flink().killTaskManager(busy);
                corner.cluster()
                        .flink()
                        .jobManager()
                        .awaitReady(() -> corner.flink().failure(job.id()).isPresent(), PATIENCE);
                double noticed = secondsSince(killedAtMillis);
                corner.cluster()
                        .flink()
                        .jobManager()
                        .awaitReady(() -> corner.flink().job(job.id()).runsCompletely(), PATIENCE);
                double running = secondsSince(killedAtMillis);
                street.awaitSent(300);

                // then
                Map<String, Integer> sent = street.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                System.out.printf(
                        Locale.ROOT,
                        "a worker was killed: noticed after %.1f s, all runs on the spare after %.1f s; no results for %s%n",
                        noticed,
                        running,
                        tracks.gaps(List.of(killedAtMillis)).get(0));
                tracks.requireEachFrameOnce(sent);
                assertThat(corner.flink().taskManagers())
                        .filteredOn(worker -> worker.id().startsWith(BOX))
                        .singleElement()
                        .satisfies(spare -> assertThat(spare.free()).isNotEqualTo(spare.total()));
            }
        }
    }

    private static double secondsSince(long millis) {
        return (System.currentTimeMillis() - millis) / 1_000.0;
    }
}
