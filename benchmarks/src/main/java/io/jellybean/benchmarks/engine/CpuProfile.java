package io.jellybean.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the CPU time of JVMs goes to: stacks sampled by the profiler that Flink brings. */
final class CpuProfile {

    private static final String LIBRARY = "linux-x64/libasyncProfiler.so";
    /** A multiple of the ticks of common kernels, which count the time between. */
    private static final int SAMPLE_MILLIS = 20;

    /** A stack is of the first that is found in it. */
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("compiling", Pattern.compile("^\\[C[12] Compiler"));
        KINDS.put("garbage", Pattern.compile("^\\[(VM Thread|G1|GC)"));
        KINDS.put("inference", Pattern.compile("onnxruntime"));
        KINDS.put("decoding", Pattern.compile("vision/(JpegDecoder|JpegHeader|JpegInspector)|javax/imageio"));
        KINDS.put("other operator code", Pattern.compile("io/jellybean/operators"));
        KINDS.put("checkpoints", Pattern.compile("[cC]heckpoint|[sS]napshot"));
        KINDS.put("serialising", Pattern.compile("flink/.*(typeutils|Serializer|SpanningWrapper)|fasterxml"));
        KINDS.put("network", Pattern.compile("^\\[Flink Netty|runtime/io/network"));
        KINDS.put("Kafka in", Pattern.compile("^\\[Source Data Fetcher|kafka/.*consumer|kafka/source"));
        KINDS.put("Kafka out", Pattern.compile("^\\[kafka-producer|kafka/.*producer|kafka/sink"));
    }

    /** What is none of these. */
    private static final String REST = "else";

    private final Path folder;
    private final Path library;

    /**
     * @param lib the folder of Flink's libraries
     * @param folder where it may write
     */
    CpuProfile(Path lib, Path folder) {
        this.folder = folder;
        this.library = folder.resolve("libasyncProfiler.so");
        try (Stream<Path> jars = Files.list(lib)) {
            Path jar = jars.filter(each -> Objects.requireNonNull(each.getFileName())
                            .toString()
                            .startsWith("async-profiler"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile opened = new JarFile(jar.toFile());
                    InputStream bytes = opened.getInputStream(opened.getEntry(LIBRARY))) {
                Files.copy(bytes, library);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot take the profiler out of " + lib, unreadable);
        }
    }

    /** The kinds, in their order. */
    static List<String> kinds() {
        return Stream.concat(KINDS.keySet().stream(), Stream.of(REST)).toList();
    }

    void start(List<Long> processes) {
        processes.forEach(pid -> tell(pid, "start,event=itimer,interval=%dms,threads".formatted(SAMPLE_MILLIS)));
    }

    /** Ends it, and says how many milliseconds went to each kind. */
    Map<String, Double> stop(List<Long> processes) {
        Map<String, Double> millisByKind = new LinkedHashMap<>();
        kinds().forEach(kind -> millisByKind.put(kind, 0.0));
        for (long pid : processes) {
            Path stacks = folder.resolve("stacks-" + pid);
            tell(pid, "stop,file=%s,collapsed,threads".formatted(stacks));
            try {
                for (String line : Files.readAllLines(stacks)) {
                    int end = line.lastIndexOf(' ');
                    double millis = SAMPLE_MILLIS * Double.parseDouble(line.substring(end + 1));
                    millisByKind.merge(kind(line.substring(0, end)), millis, Double::sum);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + stacks, unreadable);
            }
        }
        return millisByKind;
    }

    private static String kind(String stack) {
        return KINDS.entrySet().stream()
                .filter(each -> each.getValue().matcher(stack).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(REST);
    }

    private void tell(long pid, String arguments) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                "JVMTI.agent_load",
                library.toString(),
                '"' + arguments + '"');
        try {
            Process jcmd = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("jcmd.out").toFile())
                    .start();
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(
                        "%s failed: %s".formatted(command, Files.readString(folder.resolve("jcmd.out"))));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("Cannot run jcmd. Maybe install a JDK", missing);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the profiler", ending);
        }
    }
}
