package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quarter of an hour of {@code jellybean watch}: a rate that swings by a fifth moves nothing; one that doubles moves the job once.
 * What was measured is left in {@code target/soak}; {@code RecordedMetricsTest} decides upon such a recording again.
 */
@Timeout(1_800)
@EnabledIfSystemProperty(named = "jellybean.soak", matches = "true")
final class SwingSoakIT {

    private static final double SWINGING_SECONDS = 600;
    private static final double PERIOD_SECONDS = 120;
    private static final Duration DOUBLED = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path KEPT = Path.of("target/soak").toAbsolutePath();

    /** So that a fifth more is allowed for, and twice as much is not. */
    private static final double PLANNED_SHARE_OF_THE_CAP = 0.7;

    @Test
    void movesOnceWhenTheRateDoublesAndNotWhileItSwings(@TempDir Path folder) throws Exception {
        // given
        StreetCommands street = new StreetCommands(folder);
        Path infrastructure = street.infrastructure();
        street.workflow(0.8);
        Path plan = street.plan();
        double utilisation =
                PlanFile.readDeployable(plan).plan().groups().get(0).utilisation();
        street.workflow(utilisation / PLANNED_SHARE_OF_THE_CAP);
        street.plan();
        try (StreetCorner corner = StreetCorner.start(InfrastructureFile.read(infrastructure), folder)) {
            street.submit(corner, plan);
            try (LiveStreet cameras = LiveStreet.play(corner.kafka(), SwingSoakIT::pace);
                    CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
                cameras.awaitSent(600);
                Process watch = street.watch(corner, List.of("--record-metrics=" + folder.resolve("metrics.jsonl")));
                try {
                    // when
                    assertThat(watch.waitFor(Math.round(SWINGING_SECONDS) - 20, TimeUnit.SECONDS))
                            .isFalse();
                    List<String> movesWhileItSwung = moves(street);
                    assertThat(watch.waitFor(DOUBLED.toSeconds(), TimeUnit.SECONDS))
                            .isFalse();

                    // then
                    assertThat(movesWhileItSwung).as("while it swung").isEmpty();
                    assertThat(moves(street)).as("when it doubled").hasSize(1);
                    Map<String, Integer> sent = cameras.end();
                    tracks.await(
                            sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                    tracks.requireEachFrameOnce(sent);
                } finally {
                    watch.destroy();
                    assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
                    System.out.println(Files.readString(street.log()));
                    keep(List.of(
                            street.profile(),
                            infrastructure,
                            folder.resolve("workflow.yaml"),
                            plan,
                            folder.resolve("metrics.jsonl")));
                }
            }
        }
    }

    private static double pace(double seconds) {
        return seconds < SWINGING_SECONDS ? 1 + 0.2 * Math.sin(2 * Math.PI * seconds / PERIOD_SECONDS) : 2;
    }

    private static List<String> moves(StreetCommands street) throws IOException {
        return Files.readAllLines(street.log()).stream()
                .filter(line -> line.contains(" move ("))
                .toList();
    }

    private static void keep(List<Path> made) throws IOException {
        Files.createDirectories(KEPT);
        for (Path file : made) {
            Files.copy(file, KEPT.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
