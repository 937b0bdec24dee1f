package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs vehicle tracking across cameras and spoken questions about frames end to end on this machine: measures the "
                    + "models, plans both workflows together, starts a Kafka broker and a Flink cluster with one process per "
                    + "worker, submits the job, plays simulated cameras and asks, and reports what came out, beside the truth "
                    + "and the plan. Nothing is left running.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean demo",
            "  jellybean demo --inject-bad-frames 20",
            "  jellybean demo --replan",
            "  jellybean demo --workflow examples/spoken-vqa/workflow.yaml",
            "  jellybean demo --seconds 60 --street-seed 77 --out /tmp/demo",
            "",
            "Exit status: 0 as planned and nothing lost, 1 failed, 2 no plan can meet the objective."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int INFEASIBLE = 2;
    private static final String TRACKING = "examples/vehicle-tracking/workflow.yaml";
    private static final String QUESTIONS = "examples/spoken-vqa/workflow.yaml";
    private static final String INFRASTRUCTURE = "examples/vehicle-tracking/infrastructure.yaml";

    @Option(
            names = "--workflow",
            paramLabel = "FILE",
            description =
                    "What to serve and how well: one workflow that tracks, one that answers, or both, by repeating the "
                            + "option (default: " + TRACKING + " and " + QUESTIONS + ").")
    private List<Path> workflows = List.of();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "How accurate combinations of variants are: one for each --workflow, in the same order (default: the "
                            + "profile.yaml beside each workflow). Service times are measured here.")
    private List<Path> profiles = List.of();

    @Option(
            names = "--infrastructure",
            paramLabel = "FILE",
            description = "Tiers, workers, links and prices (default: " + INFRASTRUCTURE + ").")
    private @Nullable Path infrastructure;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long the cameras send, 5 to 600 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--inject-bad-frames",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "How many unusable frames to send among the good ones, 0 to 1000 (default: ${DEFAULT-VALUE}).")
    private int badFrames;

    @Option(
            names = "--replan",
            description =
                    "Begin with the cameras at half their rate, double it midway, and move the job to another plan when that calls for it; takes twice as long.")
    private boolean replan;

    @Option(
            names = "--street-seed",
            paramLabel = "N",
            defaultValue = "20261",
            description = "Which street to simulate; no training used the default (default: ${DEFAULT-VALUE}).")
    private long streetSeed;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the broker on 127.0.0.1 (default: any free one).")
    private int kafkaPort;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of Flink's REST interface and web page on 127.0.0.1 (default: any free one).")
    private int flinkPort;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report is saved (default: target/demo).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        CommandFailedException.requireRange("--seconds", seconds, 5, 600);
        CommandFailedException.requireRange("--inject-bad-frames", badFrames, 0, 1_000);
        CommandFailedException.requireRange("--kafka-port", kafkaPort, 0, 65_535);
        CommandFailedException.requireRange("--flink-port", flinkPort, 0, 65_535);
        JellyBeanHome home = JellyBeanHome.ofThisBuild();
        DemoSettings settings = new DemoSettings(
                files(home),
                infrastructure == null ? home.path(INFRASTRUCTURE) : infrastructure,
                out == null ? home.path("target/demo") : out,
                seconds,
                badFrames,
                replan,
                streetSeed,
                new LocalPorts(kafkaPort, flinkPort));
        try {
            DemoReport report = new Demo(home, settings, Terminal.ofStandardError()).run();
            System.out.println(report.text());
            return report.succeeded() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (InfeasibleException infeasible) {
            System.err.println("jellybean: " + infeasible.getMessage());
            return INFEASIBLE;
        }
    }

    private List<DemoSettings.WorkflowFiles> files(JellyBeanHome home) {
        List<Path> chosen = workflows.isEmpty() ? List.of(home.path(TRACKING), home.path(QUESTIONS)) : workflows;
        if (profiles.isEmpty()) {
            return chosen.stream().map(DemoSettings.WorkflowFiles::beside).toList();
        }
        if (profiles.size() != chosen.size()) {
            throw new CommandFailedException(
                    "--profile must be given once for each workflow, in the same order, but there are %d workflows and %d profiles"
                            .formatted(chosen.size(), profiles.size()));
        }
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> new DemoSettings.WorkflowFiles(chosen.get(i), profiles.get(i)))
                .toList();
    }
}
