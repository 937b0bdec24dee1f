package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.domain.plan.UsedGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What somebody types who runs a street with one box at its edge and one machine in the cloud. */
record StreetCommands(Path folder) {

    /** Cameras of 30 frames a second together, small models, and all results written in transactions. */
    Path workflow(double maxUtilisation) throws IOException {
        return workflow(30, maxUtilisation, 0.5);
    }

    /**
     * All results written in transactions.
     *
     * @param framesPerSecond of all cameras together
     */
    Path workflow(int framesPerSecond, double maxUtilisation, double minAccuracy) throws IOException {
        String text = Files.readString(Path.of("../examples/vehicle-tracking/workflow.yaml"))
                .replaceAll("topic: (detections|tracks|vehicles)}", "topic: $1, delivery: exactly-once}")
                .replace("minAccuracy: 0.75", String.format(Locale.ROOT, "minAccuracy: %.3f", minAccuracy))
                .replace("maxUtilisation: 0.12", String.format(Locale.ROOT, "maxUtilisation: %.3f", maxUtilisation))
                .replace("cameras: 45 ", "cameras: %d ".formatted(framesPerSecond));
        return Files.writeString(folder.resolve("workflow.yaml"), text);
    }

    Path infrastructure() throws IOException {
        return infrastructure(0.03);
    }

    Path infrastructure(double usdPerHourOfABox) throws IOException {
        return Files.writeString(
                folder.resolve("infrastructure.yaml"), String.format(Locale.ROOT, """
                        format: jellybean-infrastructure/1
                        id: corner
                        tiers: [edge, cloud]
                        workers:
                          - {tier: edge, type: edge-box, count: 1, usdPerHour: %.2f, slots: 1, memoryMb: 700}
                          - {tier: cloud, type: cloud-vm, count: 1, usdPerHour: 0.20, slots: 2, memoryMb: 900}
                        links: [{from: edge, to: cloud, usdPerGb: 0.09}]
                        ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
                        """, usdPerHourOfABox));
    }

    /** The options that name both, and the profile. */
    List<String> files() {
        return List.of(
                "--workflow=" + folder.resolve("workflow.yaml"),
                "--infrastructure=" + folder.resolve("infrastructure.yaml"),
                "--profile=" + profile());
    }

    Path profile() {
        return Path.of("../examples/vehicle-tracking/profile.yaml").toAbsolutePath();
    }

    /** The options that name a cluster. */
    List<String> where(StreetCorner corner) {
        return List.of("--flink=" + corner.flink().address(), "--dir=" + folder);
    }

    /** Plans; both files must be there. */
    Path plan() {
        Path plan = folder.resolve("plan.json");
        run("plan", files(), List.of("--plan-out=" + plan));
        return plan;
    }

    void submit(StreetCorner corner, Path plan) {
        run("submit", where(corner), List.of("--plan=" + plan, "--kafka=" + corner.kafka()));
    }

    /** The worker groups of a job's plan. */
    static List<String> groups(DeployedJob job) {
        return job.plan().plan().groups().stream()
                .map(UsedGroup::group)
                .map(String::valueOf)
                .toList();
    }

    /** Replans; what came of it is the test's to look at. */
    CommandLines.Ran replan(StreetCorner corner, List<String> options) {
        List<String> files = new ArrayList<>(files());
        files.addAll(where(corner));
        return ran("replan", files, options);
    }

    private static void run(String command, List<String> some, List<String> others) {
        CommandLines.Ran ran = ran(command, some, others);
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private static CommandLines.Ran ran(String command, List<String> some, List<String> others) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(some);
        arguments.addAll(others);
        return CommandLines.run(arguments.toArray(String[]::new));
    }

    /** Starts to watch; what it says is in {@code watch.log}. */
    Process watch(StreetCorner corner, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JellyBeanHome.ofThisBuild().path("cli/target/jellybean-cli.jar").toString(),
                "watch"));
        command.addAll(options);
        command.addAll(files());
        command.addAll(where(corner));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    Path log() {
        return folder.resolve("watch.log");
    }
}
