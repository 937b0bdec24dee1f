package io.jellybean.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.flink.FlinkJars;
import io.jellybean.cli.cluster.flink.LocalFlink;
import io.jellybean.cli.cluster.process.ChildProcesses;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.JobFailure;
import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.cli.cluster.rest.RunRequest;
import io.jellybean.cli.cluster.rest.Subtask;
import io.jellybean.cli.cluster.rest.Vertex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs, moves and cancels a real job over REST. */
@Timeout(240)
final class LocalDeploymentIT {

    private static final String ENTRY_CLASS = "example.CountingJob";

    private static ChildProcesses children;
    private static LocalFlink flink;
    private static FlinkRest rest;
    private static String jarId;

    @BeforeAll
    static void startTheClusterAndUploadTheJob(@TempDir Path folder) throws InterruptedException {
        FlinkJars jars = Distribution.below(JellyBeanHome.ofThisBuild().root()).flink();
        children = new ChildProcesses(folder.resolve("logs"));
        flink = LocalFlink.start(children, jars, 0);
        flink.startTaskManager(TaskManagerSpecs.edge(1));
        flink.startTaskManager(TaskManagerSpecs.cloud());
        flink.awaitReady();
        rest = flink.rest();
        jarId = rest.uploadJar(JobJars.counting(folder, jars.lib()));
    }

    @AfterAll
    static void endTheCluster() {
        children.close();
    }

    /** One test's job must not take the slots of the next, even if the test failed. */
    @AfterEach
    void cancelAllJobs() throws InterruptedException {
        rest.jobs().stream().filter(job -> !job.state().isTerminal()).forEach(job -> rest.cancel(job.id()));
        await(() -> rest.jobs().stream().allMatch(job -> job.state().isTerminal()));
    }

    @Test
    void tellsWhichBuildItHasOnItsClassPath() {
        String ofThisBuild =
                Distribution.below(JellyBeanHome.ofThisBuild().root()).flink().runtimeSha256();

        assertThat(rest.configuration()).containsEntry(FlinkJars.RUNTIME_OPTION, ofThisBuild);
    }

    @Test
    void placesEachVertexInItsTierAndKeepsItsStateWhenStartedFromASavepoint() throws InterruptedException {
        String first = rest.run(jarId, RunRequest.fresh(ENTRY_CLASS, List.of("cloud")));
        await(() -> rest.job(first).runsCompletely());

        assertThat(workersOf(first, "numbers")).containsOnly("edge-1");
        assertThat(workersOf(first, "count")).containsOnly("cloud-1").hasSize(2);

        await(() -> recordsInto(first, "count") > 0);
        String savepoint = rest.stopWithSavepoint(
                first, "ab".repeat(16), flink.savepointDirectory().toString(), Duration.ofMinutes(1));
        await(() -> rest.job(first).state() == JobState.FINISHED); // what Flink tells is a moment old

        String second =
                rest.run(jarId, RunRequest.fresh(ENTRY_CLASS, List.of("cloud")).fromSavepoint(savepoint));
        await(() -> rest.job(second).runsCompletely());
        assertThat(rest.failure(second)).isEmpty();

        rest.cancel(second);
        await(() -> rest.job(second).state() == JobState.CANCELED);
        await(() ->
                rest.taskManagers().stream().allMatch(worker -> worker.free().equals(worker.total())));
    }

    @Test
    void runsAgainWhenAKilledWorkerIsBackAndFindsItsCheckpoint() throws InterruptedException {
        String job = rest.run(jarId, RunRequest.fresh(ENTRY_CLASS, List.of("cloud")));
        await(() -> rest.newestCheckpoint(job).isPresent());

        flink.killTaskManager("edge-1");
        await(() -> !rest.job(job).runsCompletely());
        flink.startTaskManager(TaskManagerSpecs.edge(1));
        flink.awaitReady();

        await(() -> rest.job(job).runsCompletely());
        assertThat(children.failure()).isEmpty();
    }

    @Test
    void namesTheReasonWhenNoWorkerOffersTheTier() throws InterruptedException {
        String job = rest.run(jarId, RunRequest.fresh(ENTRY_CLASS, List.of("hub")));

        await(() -> rest.failure(job).isPresent());

        assertThat(rest.failure(job).map(JobFailure::rootCause))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("NoResourceAvailableException: Could not acquire the minimum required resources"));
    }

    @Test
    void turnsFlinksStackTracesIntoOneLine() {
        assertThatThrownBy(() -> rest.run(jarId, RunRequest.fresh("example.Missing", List.of())))
                .isInstanceOf(FlinkRestException.class)
                .hasMessageContaining("example.Missing")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> rest.run(jarId, RunRequest.fresh(ENTRY_CLASS, List.of())))
                .isInstanceOf(FlinkRestException.class)
                .hasMessageContaining("ArrayIndexOutOfBoundsException")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> rest.job("00000000000000000000000000000000"))
                .isInstanceOf(FlinkRestException.class)
                .hasMessageNotContaining("\n");
    }

    private static List<String> workersOf(String jobId, String vertexName) {
        return rest.subtasks(jobId, vertex(jobId, vertexName).id()).stream()
                .map(Subtask::taskManagerId)
                .toList();
    }

    private static double recordsInto(String jobId, String vertexName) {
        var summary = rest.metrics()
                .values(jobId, vertex(jobId, vertexName).id(), List.of("numRecordsIn"))
                .get("numRecordsIn");
        return summary == null ? 0 : summary.sum();
    }

    private static Vertex vertex(String jobId, String name) {
        Job job = rest.job(jobId);
        return job.vertices().stream()
                .filter(vertex -> vertex.name().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No vertex " + name + " in " + job));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        flink.jobManager().awaitReady(condition, Duration.ofMinutes(1));
    }
}
