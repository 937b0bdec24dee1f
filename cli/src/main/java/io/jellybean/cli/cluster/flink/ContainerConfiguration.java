package io.jellybean.cli.cluster.flink;

import io.jellybean.cli.cluster.process.TextFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration for containers, in which no script of Flink's runs: {@code config.yaml}, and {@code jvm.options} for the JVM.
 *
 * @param restAddress where the JobManager's REST interface is found
 * @param restBindAddress what it listens on: whoever can reach it can run any code
 * @param state where checkpoints and savepoints go; all containers must reach it
 * @param more options that JobManager and workers have beside these
 */
public record ContainerConfiguration(String restAddress, String restBindAddress, URI state, Map<String, String> more) {

    private static final int JOB_MANAGER_RPC_PORT = 6123;
    private static final int BLOB_PORT = 6124;
    private static final int REST_PORT = 8081;
    private static final int TASK_MANAGER_DATA_PORT = 6121;
    private static final int TASK_MANAGER_RPC_PORT = 6122;
    private static final int METRICS_PORT = 6125;

    private static final String ANY = "0.0.0.0";

    public ContainerConfiguration {
        more = Map.copyOf(more);
    }

    /** For containers of one machine, of which one address is the REST interface's alone. */
    public static ContainerConfiguration onOneMachine(String restAddress, URI state) {
        return new ContainerConfiguration(restAddress, restAddress, state, Map.of());
    }

    /**
     * For pods of Kubernetes, each of which is told its namespace and its address when it is started. The JobManager writes down in config
     * maps which jobs it has and where it is, and goes on with them when it is started anew.
     *
     * @param restAddress the service of the REST interface, which listens on all addresses: network policies say who reaches it
     * @param clusterId what the names of the config maps begin with
     */
    public static ContainerConfiguration onKubernetes(String restAddress, String clusterId, URI state) {
        return new ContainerConfiguration(
                restAddress,
                ANY,
                state,
                Map.of(
                        "high-availability.type",
                        "kubernetes",
                        "high-availability.storageDir",
                        FlinkConfiguration.below(state, "high-availability"),
                        "kubernetes.cluster-id",
                        clusterId,
                        // Any free port by default, which no policy could name.
                        "metrics.internal.query-service.port",
                        String.valueOf(METRICS_PORT)));
    }

    /** The JobManager's. */
    public void writeJobManager(Path folder) {
        Map<String, String> options = shared();
        options.put("jobmanager.bind-host", ANY);
        options.put("blob.server.port", String.valueOf(BLOB_PORT));
        options.put("rest.address", restAddress);
        options.put("rest.bind-address", restBindAddress);
        options.put("rest.port", String.valueOf(REST_PORT));
        ConfigurationFile.write(folder, options);
        TextFile.write(folder.resolve("jvm.options"), FlinkCommands.jobManagerJvmOptions());
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
        TextFile.write(folder.resolve("jvm.options"), FlinkCommands.taskManagerJvmOptions(spec));
    }

    private Map<String, String> shared() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("jobmanager.rpc.address", "jobmanager");
        options.put("jobmanager.rpc.port", String.valueOf(JOB_MANAGER_RPC_PORT));
        options.putAll(FlinkConfiguration.ofEveryCluster(state));
        options.putAll(more);
        return options;
    }
}
