package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.Plots;
import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.CompletedCheckpoint;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The state of a job that tracks vehicles, and how long a checkpoint of it takes, by the number of cameras. */
final class CameraScale {

    private static final List<Integer> CAMERAS = List.of(3, 10, 30, 100, 300, 1_000);
    private static final int FRAMES_PER_CAMERA = 10;
    private static final int FEWEST_FRAMES = 600;
    private static final int CHECKPOINTS = 5;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final double BYTES_PER_KB = 1e3;
    private static final Served WHAT = Served.TRACKING;

    private final JellyBeanHome home;
    private final Requests requests;

    CameraScale(JellyBeanHome home, Requests requests) {
        this.home = home;
        this.requests = requests;
    }

    void addTo(ResultsPage page) throws IOException, InterruptedException {
        page.text("""
                ### Cameras

                One slot serves %s: the size of its state after each camera has sent %d frames at least, and how long a checkpoint
                takes then, the median of %d, to a disk of this machine. All cameras show the pictures of three. `benchmarks/run scale`
                """.formatted(WHAT.name(), FRAMES_PER_CAMERA, CHECKPOINTS));
        ResultTable table = new ResultTable("cameras", "state, KB", "KB per camera", "checkpoint, ms");
        List<Double> kilobytes = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        try (TemporaryFolder folder = new TemporaryFolder();
                ServedCluster cluster = new ServedCluster(home, OneWorkerPlan.ONE_SLOT, folder.path());
                Step step = Terminal.ofStandardError().step("Cameras", CAMERAS.size())) {
            for (int cameras : CAMERAS) {
                List<CompletedCheckpoint> checkpoints = checkpoints(cluster, cameras);
                kilobytes.add(checkpoints.get(CHECKPOINTS - 1).stateBytes() / BYTES_PER_KB);
                millis.add(median(checkpoints));
                table.add(
                        cameras,
                        number(kilobytes.get(kilobytes.size() - 1), 0),
                        number(kilobytes.get(kilobytes.size() - 1) / cameras, 1),
                        number(millis.get(millis.size() - 1), 0));
                step.advance();
            }
        }
        page.table("cameras", table);
        XYChart chart = Plots.lines("State by cameras", "cameras", "KB, and ms of a checkpoint");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.addSeries("state, KB", CAMERAS, kilobytes);
        chart.addSeries("checkpoint, ms", CAMERAS, millis);
        page.plot("cameras", chart);
    }

    private List<CompletedCheckpoint> checkpoints(ServedCluster cluster, int cameras) throws InterruptedException {
        String suffix = "-of-" + cameras;
        int frames = Math.max(FEWEST_FRAMES, cameras * FRAMES_PER_CAMERA);
        cluster.fill(WHAT, suffix, requests.of(cameras), frames);
        try (ServedTopic results = new ServedTopic(cluster.kafka(), WHAT.resultTopic())) {
            Job job = cluster.submit(WHAT, suffix);
            try {
                results.writtenAtMillis(frames);
                List<CompletedCheckpoint> checkpoints = new ArrayList<>();
                for (int i = 0; i < CHECKPOINTS; i++) {
                    checkpoints.add(checkpoint(cluster, job));
                }
                return checkpoints;
            } finally {
                cluster.cancel(job);
            }
        }
    }

    private static CompletedCheckpoint checkpoint(ServedCluster cluster, Job job) throws InterruptedException {
        long before = newest(cluster, job).id();
        cluster.flink().triggerCheckpoint(job.id());
        CompletedCheckpoint newest = newest(cluster, job);
        while (newest.id() == before) {
            Thread.sleep(POLL.toMillis());
            newest = newest(cluster, job);
        }
        return newest;
    }

    private static CompletedCheckpoint newest(ServedCluster cluster, Job job) {
        return cluster.flink().newestCompleted(job.id()).orElse(new CompletedCheckpoint(0, 0, 0));
    }

    private static double median(List<CompletedCheckpoint> checkpoints) {
        return checkpoints.stream()
                .map(CompletedCheckpoint::millis)
                .sorted()
                .toList()
                .get(checkpoints.size() / 2);
    }
}
