package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.CompletedCheckpoint;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.plan.DeployablePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** For how long no results come while a job moves to another worker, by workflow and size of its state. */
public final class RedeploymentGap {

    private static final int MOVES = 5;

    /** Between two moves, and before the first. */
    private static final Duration STEADY = Duration.ofSeconds(20);

    private static final int FRAMES_PER_CAMERA = 10;
    private static final double MILLIS = 1_000;
    private static final double BYTES_PER_KB = 1e3;

    private final JellyBeanHome home;

    private record Case(Served served, int cameras, double perSecond) {}

    private static final List<Case> CASES = List.of(
            new Case(Served.TRACKING, 3, 30),
            new Case(Served.TRACKING, 100, 30),
            new Case(Served.TRACKING, 1_000, 30),
            new Case(Served.QUESTIONS, 3, 10));

    public RedeploymentGap(JellyBeanHome home) {
        this.home = home;
    }

    /** Measures and writes what came of it. */
    public Path run(Path results) throws IOException, InterruptedException {
        ResultsPage page = new ResultsPage(results, "gap", "Gap of a redeployment");
        page.text("""
                A job moves with its state from one worker of this machine to another and back, %d times, %d s apart, while requests come at
                a steady rate. The gap is the longest time between two results around each move, by the broker's clock; median and range.
                All cameras show the pictures of three, and have sent %d frames before. `benchmarks/run gap`
                """.formatted(MOVES, STEADY.toSeconds(), FRAMES_PER_CAMERA));
        ResultTable table =
                new ResultTable("served", "cameras", "requests/s", "state, KB", "gap, s", "range", "results");
        Requests requests = Requests.draw(home.path("models/evaluation/speech"));
        try (Step step = Terminal.ofStandardError().step("Moving jobs", (long) CASES.size() * MOVES)) {
            for (Case each : CASES) {
                measure(each, requests.of(each.cameras()), table, step);
            }
        }
        page.table("moves", table);
        return page.save();
    }

    private void measure(Case each, Requests requests, ResultTable table, Step step)
            throws IOException, InterruptedException {
        Served what = each.served();
        String suffix = "-steady";
        try (TemporaryFolder folder = new TemporaryFolder();
                ServedCluster cluster = new ServedCluster(home, new OneWorkerPlan(1, true), folder.path())) {
            cluster.ensureSources(what, suffix, requests.partitions());
            try (Requests.Sending sending = requests.to(cluster.kafka(), what, suffix);
                    ServedTopic results = new ServedTopic(cluster.kafka(), what.resultTopic())) {
                Job job = cluster.submit(what, suffix);
                int before = what.isAsked() ? 0 : each.cameras() * FRAMES_PER_CAMERA;
                sending.upTo(before);
                results.writtenAtMillis(before);
                AtomicBoolean enough = new AtomicBoolean();
                CompletableFuture<Void> cameras =
                        CompletableFuture.runAsync(() -> sending.paced(each.perSecond(), enough::get));
                List<Long> begun = new ArrayList<>();
                long stateBytes = 0;
                DeployablePlan from = cluster.plan(what, OneWorkerPlan.BOX, suffix);
                DeployablePlan to = cluster.plan(what, OneWorkerPlan.SPARE, suffix);
                for (int move = 0; move < MOVES; move++) {
                    Thread.sleep(STEADY.toMillis());
                    stateBytes = cluster.flink()
                            .newestCompleted(job.id())
                            .map(CompletedCheckpoint::stateBytes)
                            .orElse(stateBytes);
                    begun.add(System.currentTimeMillis());
                    job = cluster.move(job, from, to);
                    DeployablePlan back = from;
                    from = to;
                    to = back;
                    step.advance();
                }
                Thread.sleep(STEADY.toMillis());
                enough.set(true);
                cameras.join();
                int all = sending.sent() - before;
                double[] gaps = gaps(results.writtenAtMillis(all), begun);
                System.err.printf(
                        Locale.ROOT, "  %s, %d cameras: %s s%n", what.name(), each.cameras(), Arrays.toString(gaps));
                table.add(
                        what.name(),
                        each.cameras(),
                        number(each.perSecond(), 0),
                        number(stateBytes / BYTES_PER_KB, 0),
                        number(gaps[gaps.length / 2], 1),
                        number(gaps[0], 1) + " to " + number(gaps[gaps.length - 1], 1),
                        all);
            }
        }
    }

    /** The longest time between two results after each of the moments and before the next, seconds, sorted. */
    private static double[] gaps(List<Long> writtenAtMillis, List<Long> begun) {
        double[] longest = new double[begun.size()];
        for (int i = 1; i < writtenAtMillis.size(); i++) {
            long at = writtenAtMillis.get(i);
            int moves = (int) begun.stream().filter(moment -> moment <= at).count();
            if (moves > 0) {
                double seconds = (at - writtenAtMillis.get(i - 1)) / MILLIS;
                longest[moves - 1] = Math.max(longest[moves - 1], seconds);
            }
        }
        return Arrays.stream(longest).sorted().toArray();
    }
}
