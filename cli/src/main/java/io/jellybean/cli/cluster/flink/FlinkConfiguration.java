package io.jellybean.cli.cluster.flink;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings that JobManager and TaskManagers share. Ports that nobody has to know before the start are left to the
 * operating system (0): only so can nobody take them in between.
 *
 * @param folder where Flink writes
 * @param state where checkpoints and savepoints go
 */
record FlinkConfiguration(int rpcPort, int restPort, Path folder, URI state) {

    /**
     * Packages that come from lib/, where it has them, and not from the job jar. A native library can be loaded only once per JVM, and
     * what a new job does not load and compile anew lets it start sooner.
     */
    private static final List<String> OF_THE_CLUSTER = List.of(
            "ai.onnxruntime.", "org.apache.kafka.", "net.jpountz.", "org.xerial.snappy.", "com.github.luben.zstd.");

    private static final String LOOPBACK = "127.0.0.1";

    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        bindToLoopback(options);
        options.put("jobmanager.rpc.port", String.valueOf(rpcPort));
        options.put("rest.port", String.valueOf(restPort));
        options.put("rest.bind-port", String.valueOf(restPort));
        options.put("io.tmp.dirs", folder.resolve("tmp").toString());
        options.put("web.upload.dir", folder.resolve("uploads").toString());
        options.put("web.refresh-interval", "200");
        // Two cores that start seven JVMs answer late.
        options.put("pekko.ask.timeout", "30 s");
        options.putAll(ofEveryCluster(state));
        return options;
    }

    /**
     * What every cluster of JellyBean needs, wherever it stands.
     *
     * @param state where checkpoints and savepoints go
     */
    static Map<String, String> ofEveryCluster(URI state) {
        Map<String, String> options = new LinkedHashMap<>();
        // The adaptive scheduler ignores external resources, and with them the tiers, without a word.
        options.put("jobmanager.scheduler", "Default");
        failFast(options);
        sendWholeFrames(options);
        keepState(options, state);
        options.put("classloader.parent-first-patterns.additional", String.join(";", OF_THE_CLUSTER));
        options.put("pipeline.generic-types", "false");
        // What is read over REST is as old as this, 10 s by default: too old to tell a rate from it.
        options.put("metrics.fetcher.update-interval", "1000");
        return options;
    }

    private static void bindToLoopback(Map<String, String> options) {
        options.put("jobmanager.rpc.address", LOOPBACK);
        options.put("jobmanager.bind-host", LOOPBACK);
        options.put("taskmanager.host", LOOPBACK);
        options.put("taskmanager.bind-host", LOOPBACK);
        options.put("rest.address", LOOPBACK);
        options.put("rest.bind-address", LOOPBACK);
    }

    /** Flink's own time-outs let a wrong plan wait for minutes. */
    private static void failFast(Map<String, String> options) {
        options.put("resourcemanager.standalone.start-up-time", "10 s");
        options.put("slot.request.timeout", "20 s");
        // A worker that answers two heartbeats with nobody there is lost; one that is only slow has the whole time-out.
        options.put("heartbeat.interval", "1 s");
        options.put("heartbeat.timeout", "30 s");
        options.put("restart-strategy.type", "fixed-delay");
        options.put("restart-strategy.fixed-delay.delay", "1 s");
        options.put("restart-strategy.fixed-delay.attempts", String.valueOf(Integer.MAX_VALUE));
    }

    /**
     * A frame takes some fifty kilobytes: with two in a buffer there is one message, one answer and one waking up where there were four.
     * One buffer of a channel is set aside, and not two: so they suffice for half as many channels as small ones did, and not for a quarter.
     */
    private static void sendWholeFrames(Map<String, String> options) {
        options.put("taskmanager.memory.segment-size", "128 kb");
        options.put("taskmanager.network.memory.buffers-per-channel", "1");
    }

    private static void keepState(Map<String, String> options, URI state) {
        options.put("state.backend.type", "hashmap");
        options.put("execution.checkpointing.dir", below(state, "checkpoints"));
        options.put("execution.checkpointing.savepoint-dir", below(state, "savepoints"));
        options.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        options.put("execution.checkpointing.num-retained", "1");
    }

    /** A folder where state is kept. */
    static String below(URI state, String name) {
        return state.toString().endsWith("/") ? state + name : state + "/" + name;
    }
}
