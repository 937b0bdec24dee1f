package io.jellybean.cli.replan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.Decision;
import io.jellybean.planner.replan.DecisionLog;
import io.jellybean.planner.replan.DecisionOutcome;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.PlanDeployer;
import io.jellybean.planner.replan.ReplanLoop;
import io.jellybean.planner.replan.ReplanSettings;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What a real job counted in a quarter of an hour, decided upon once more: its rate swung by a fifth for ten minutes, then doubled.
 * {@code SwingSoakIT} recorded it.
 */
final class RecordedMetricsTest {

    private static final Path RECORDED = Path.of("src/test/resources/swing-then-double");
    private static final double BEFORE = 30;
    private static final double LARGEST_SWING = 1.2;

    private final PlanningInputs inputs = PlanningInputs.read(
            List.of(RECORDED.resolve("workflow.yaml")),
            RECORDED.resolve("infrastructure.yaml"),
            List.of(RECORDED.resolve("profile.yaml")));

    @Test
    void holdsStillWhileTheRateSwingsAndMovesOnceWhenItDoubles() throws Exception {
        // given
        List<MetricSnapshot> snapshots = snapshots();
        Replay replay = new Replay();
        ReplanLoop loop = new ReplanLoop(
                replay::now,
                (plan, made) -> new PlanDeployer.Redeployed(plan, true, ""),
                replay,
                replay,
                MixedIntegerPlanner.withDefaults(),
                ReplanSettings.defaults(),
                () -> inputs,
                PlanFile.readDeployable(RECORDED.resolve("plan.json")).plan());

        // when
        for (MetricSnapshot snapshot : snapshots) {
            replay.now = snapshot;
            loop.step();
        }

        // then
        assertThat(Duration.between(
                        snapshots.get(0).at(),
                        snapshots.get(snapshots.size() - 1).at()))
                .isGreaterThan(Duration.ofMinutes(13));
        assertThat(replay.moves).singleElement().satisfies(move -> {
            assertThat(move.reason()).isEqualTo(Decision.Reason.OBJECTIVE);
            assertThat(requireNonNull(move.requestsPerSecond().get("cameras"))).isGreaterThan(BEFORE * LARGEST_SWING);
        });
    }

    private static List<MetricSnapshot> snapshots() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RECORDED.resolve("metrics.jsonl.gz"))), UTF_8))) {
            return lines.lines().map(SnapshotJson::parse).toList();
        }
    }

    /** Time, metrics and log of the recording. */
    private static final class Replay extends Clock implements DecisionLog {

        private final List<Decision> moves = new ArrayList<>();
        private MetricSnapshot now = new MetricSnapshot(Instant.EPOCH, false, List.of(), Map.of(), Map.of(), List.of());

        MetricSnapshot now() {
            return now;
        }

        @Override
        public void decided(Decision decision) {
            if (decision.fold(hold -> false, move -> true)) {
                moves.add(decision);
            }
        }

        @Override
        public void cameOfIt(DecisionOutcome outcome) {}

        @Override
        public Instant instant() {
            return now.at();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
