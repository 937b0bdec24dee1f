package io.jellybean.benchmarks.engine;

import io.jellybean.cli.JellyBeanHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same operators on Spark, in one process with one core. */
final class SparkProcess implements Engine {

    /** What Spark opens of the JDK when its own scripts start it. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Process process;
    private final String version;

    /**
     * @param suffix of the topics, which are there
     * @param requestsPerBatch the most of a micro-batch where more are waiting
     * @param folder where it may write
     */
    SparkProcess(
            ServedCluster cluster, JellyBeanHome home, Served what, String suffix, int requestsPerBatch, Path folder)
            throws IOException {
        Path log = folder.resolve("spark.log");
        Path built = home.path("benchmarks/spark/target");
        List<String> command = new ArrayList<>(Cores.onMeasured());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED.stream()
                .flatMap(opened -> Stream.of("--add-opens", "java.base/%s=ALL-UNNAMED".formatted(opened)))
                .toList());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                built.resolve("classes") + ":" + Files.readString(built.resolve("classpath.txt")),
                "io.jellybean.benchmarks.spark.SparkServing",
                cluster.kafka(),
                what.sourceTopics().stream().map(topic -> topic + suffix).collect(Collectors.joining(",")),
                home.path("models").toString(),
                what.argument(),
                folder.resolve("spark-checkpoints").toString(),
                String.valueOf(requestsPerBatch * what.sourceTopics().size())));
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new IllegalStateException("Spark failed. Its log: " + Files.readString(log));
        }
        version = line;
    }

    /** Of Spark. */
    String version() {
        return version;
    }

    @Override
    public List<Long> processes() {
        return List.of(process.pid());
    }

    /** More than a micro-batch. */
    @Override
    public int secondsInFlight() {
        return 3;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
