package io.jellybean.cli.cluster.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration for containers, in which no script of Flink's runs: {@code config.yaml}, and {@code jvm.options} for the JVM.
 *
 * @param restAddress what the JobManager's REST interface listens on: whoever can reach it can run any code
 * @param state where checkpoints and savepoints go; all containers must reach it
 */
public record ContainerConfiguration(String restAddress, URI state) {

    private static final int JOB_MANAGER_RPC_PORT = 6123;
    private static final int BLOB_PORT = 6124;
    private static final int REST_PORT = 8081;
    private static final int TASK_MANAGER_DATA_PORT = 6121;
    private static final int TASK_MANAGER_RPC_PORT = 6122;

    private static final String ANY = "0.0.0.0";

    /** The JobManager's. */
    public void writeJobManager(Path folder) {
        Map<String, String> options = shared();
        options.put("jobmanager.bind-host", ANY);
        options.put("blob.server.port", String.valueOf(BLOB_PORT));
        options.put("rest.address", restAddress);
        options.put("rest.bind-address", restAddress);
        options.put("rest.port", String.valueOf(REST_PORT));
        ConfigurationFile.write(folder, options);
        writeJvmOptions(folder, FlinkCommands.jobManagerJvmOptions());
    }

    /** A worker's; its resource id is given when it is started, so that several can be started from it. */
    public void writeTaskManager(Path folder, TaskManagerSpec spec) {
        Map<String, String> options = shared();
        options.put("taskmanager.bind-host", ANY);
        options.put("taskmanager.data.port", String.valueOf(TASK_MANAGER_DATA_PORT));
        options.put("taskmanager.rpc.port", String.valueOf(TASK_MANAGER_RPC_PORT));
        options.putAll(FlinkCommands.options(spec));
        options.remove("taskmanager.resource-id");
        ConfigurationFile.write(folder, options);
        writeJvmOptions(folder, FlinkCommands.taskManagerJvmOptions(spec));
    }

    private Map<String, String> shared() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("jobmanager.rpc.address", "jobmanager");
        options.put("jobmanager.rpc.port", String.valueOf(JOB_MANAGER_RPC_PORT));
        options.putAll(FlinkConfiguration.ofEveryCluster(state));
        return options;
    }

    private static void writeJvmOptions(Path folder, List<String> options) {
        Path file = folder.resolve("jvm.options");
        try {
            Files.write(file, options);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }
}
