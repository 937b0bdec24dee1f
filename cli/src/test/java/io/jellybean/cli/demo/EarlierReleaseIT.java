package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.RunRequest;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.operators.step.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * State that an earlier release left. {@code savepoint-of-aa58de0} was written by that commit when its job, of the plan {@link
 * HandMadePlans#of} for {@link ExactlyOnce#vehicleTracking}, had served {@value #SERVED} frames of each camera of {@link
 * StreetFrames}. It is of 2026-11-27, and of use as long as ingest remembers a camera.
 */
@Timeout(300)
final class EarlierReleaseIT {

    private static final Path SAVEPOINT =
            Path.of("src/test/resources/savepoint-of-aa58de0").toAbsolutePath();
    private static final int SERVED = 90;
    private static final int MORE = 60;

    /** The identities in the last frame that was served, by camera. */
    private static final Map<String, Set<Long>> IN_SIGHT_THEN =
            Map.of("cam-1", Set.of(6L, 12L, 13L, 14L), "cam-2", Set.of(9L, 10L, 11L), "cam-3", Set.of(10L, 14L, 15L));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void goesOnFromItsSavepoint(@TempDir Path folder) throws Exception {
        // given: a broker that has what was served then
        List<Frame> frames = StreetFrames.backAndForth(SERVED + MORE, System.currentTimeMillis());
        int cameras = frames.size() / (SERVED + MORE);
        try (StreetCorner corner = StreetCorner.start(HandMadePlans.CORNER, folder);
                CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
            StreetFrames.send(corner.kafka(), frames.subList(0, cameras * SERVED));

            // when
            submitJobJar(corner);
            StreetFrames.send(corner.kafka(), frames.subList(cameras * SERVED, frames.size()));
            tracks.await(cameras * MORE, PATIENCE);

            // then: no frame of then is served again, and no number of then is given to somebody else
            assertThat(tracks.results())
                    .hasSize(cameras * MORE)
                    .allSatisfy(result -> assertThat(result.number()).isGreaterThanOrEqualTo(SERVED));
            IN_SIGHT_THEN.forEach((camera, then) -> assertThat(identities(tracks.results(), camera))
                    .as(camera)
                    .isNotEmpty()
                    .allMatch(id -> then.contains(id) || id > Collections.max(then)));
        }
    }

    /** By plain REST, as anybody does whose cluster has none of JellyBean's classes. */
    private static void submitJobJar(StreetCorner corner) {
        FlinkRest flink = corner.flink();
        String jarId = flink.uploadJar(JellyBeanHome.ofThisBuild().jobJar());
        List<String> arguments = List.of(
                "--plan", PlanFile.text(HandMadePlans.of(ExactlyOnce.vehicleTracking())), "--kafka", corner.kafka());
        flink.run(
                jarId,
                RunRequest.fresh("io.jellybean.jobs.JellyBeanJob", arguments)
                        .fromSavepoint(SAVEPOINT.toUri().toString()));
    }

    private static Set<Long> identities(List<TrackedFrame> results, String camera) {
        return results.stream()
                .filter(result -> result.camera().equals(camera))
                .flatMap(result -> result.vehicles().stream())
                .map(TrackedVehicle::trackId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
