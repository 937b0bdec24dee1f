package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "Runs vehicle tracking end to end on this machine: measures the models, plans, starts a Kafka broker and a "
                    + "Flink cluster with one process per worker, submits the job, feeds simulated cameras, and reports "
                    + "what came out. Nothing is left running.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean demo",
            "  jellybean demo --inject-bad-frames 20",
            "  jellybean demo --seconds 60 --street-seed 77 --out /tmp/demo",
            "",
            "Exit status: 0 as planned and nothing lost, 1 failed, 2 no plan can meet the objective."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int INFEASIBLE = 2;
    private static final String EXAMPLE = "examples/vehicle-tracking";

    @Option(
            names = "--workflow",
            paramLabel = "FILE",
            description = "What to serve and how well (default: " + EXAMPLE + "/workflow.yaml).")
    private @Nullable Path workflow;

    @Option(
            names = "--infrastructure",
            paramLabel = "FILE",
            description = "Tiers, workers, links and prices (default: " + EXAMPLE + "/infrastructure.yaml).")
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
                workflow == null ? home.path(EXAMPLE + "/workflow.yaml") : workflow,
                infrastructure == null ? home.path(EXAMPLE + "/infrastructure.yaml") : infrastructure,
                out == null ? home.path("target/demo") : out,
                seconds,
                badFrames,
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
}
