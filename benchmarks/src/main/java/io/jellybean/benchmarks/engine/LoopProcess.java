package io.jellybean.benchmarks.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of a {@link BareLoop}. */
final class LoopProcess implements Contestant {

    /** So many requests it holds in its memory. */
    static final int REQUESTS = 1_500;

    private final Path errors;
    private final Process process;
    private final Writer rounds;
    private final BufferedReader results;
    private Latencies taken = new Latencies(0, 0);

    /**
     * @param suffix of the topics, which hold so many requests
     * @param folder where it may write
     */
    LoopProcess(Served what, String kafka, String suffix, Path folder) throws IOException {
        List<String> topics = what.sourceTopics();
        List<String> command = new ArrayList<>(Cores.onMeasured());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                kafka,
                String.valueOf(REQUESTS),
                topics.get(topics.size() - 1) + suffix,
                what.isAsked() ? topics.get(0) + suffix : "-",
                what.argument()));
        errors = folder.resolve("loop.err");
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        rounds = process.outputWriter();
        results = process.inputReader();
    }

    @Override
    public Throughput round(int warmUp, int measured) throws IOException {
        rounds.write("%d %d%n".formatted(warmUp, measured));
        rounds.flush();
        String line = results.readLine();
        if (line == null) {
            throw new IllegalStateException("the bare loop failed: " + Files.readString(errors));
        }
        double[] numbers = List.of(line.split(" ", -1)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        taken = new Latencies(numbers[2], numbers[3]);
        return new Throughput(numbers[0], numbers[1]);
    }

    /** How long a request took, of the last round. */
    Latencies taken() {
        return taken;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
