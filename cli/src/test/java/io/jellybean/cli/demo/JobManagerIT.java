package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.domain.io.InfrastructureFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JobManager is killed, and the one that is started in its place knows of no job: {@code watch} brings it back. */
@Timeout(300)
final class JobManagerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WORKFLOW = "vehicle-tracking";

    @Test
    void aForgottenJobGoesOnAndLosesNothing(@TempDir Path folder) throws Exception {
        StreetCommands street = new StreetCommands(folder);
        street.workflow(0.8);
        Path infrastructure = street.infrastructure();
        Path plan = street.plan();
        try (StreetCorner corner = StreetCorner.start(InfrastructureFile.read(infrastructure), folder)) {
            street.submit(corner, plan);
            DeployedJob before = new DeployedJobs(corner.flink()).the(WORKFLOW);
            Process watch = street.watch(corner, List.of("--interval=2s", "--sustained=6s"));
            try (LiveStreet cameras = LiveStreet.play(corner.kafka());
                    CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
                cameras.awaitSent(300);

                // when
                long killedAtMillis = System.currentTimeMillis();
                corner.cluster().flink().restartJobManager();
                corner.cluster().flink().jobManager().awaitReady(() -> runsAnew(corner.flink(), before), PATIENCE);
                double running = (System.currentTimeMillis() - killedAtMillis) / 1_000.0;
                cameras.awaitSent(300);

                // then
                Map<String, Integer> sent = cameras.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                System.out.printf(
                        Locale.ROOT,
                        "the JobManager was killed: the job runs again after %.1f s; no results for %s%n",
                        running,
                        tracks.gaps(List.of(killedAtMillis)).get(0));
                tracks.requireEachFrameOnce(sent);
            } finally {
                watch.destroy();
                assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(street.log()).content().contains("the cluster had forgotten the job: it goes on as job ");
            doesNotBringBackWhatWasCancelled(corner, folder);
        }
    }

    private static void doesNotBringBackWhatWasCancelled(StreetCorner corner, Path folder) throws Exception {
        String jobId = new DeployedJobs(corner.flink()).the(WORKFLOW).id();
        corner.flink().cancel(jobId);
        corner.cluster()
                .flink()
                .jobManager()
                .awaitReady(() -> corner.flink().job(jobId).state().isTerminal(), PATIENCE);
        try (RedeploymentJournal journal = RedeploymentJournal.open(folder.resolve("deployments"), WORKFLOW)) {
            Redeployment redeployment = new Redeployment(corner.flink(), JellyBeanHome.ofThisBuild(), journal);
            assertThat(redeployment.recovery().recover()).isEmpty();
        }
        assertThat(folder.resolve("deployments").resolve(WORKFLOW).resolve("served.json"))
                .doesNotExist();
    }

    private static boolean runsAnew(FlinkRest flink, DeployedJob before) {
        if (!flink.answers()) {
            return false;
        }
        return new DeployedJobs(flink)
                .of(WORKFLOW)
                .filter(job -> !job.id().equals(before.id()))
                .map(job -> flink.job(job.id()).runsCompletely())
                .orElse(false);
    }
}
