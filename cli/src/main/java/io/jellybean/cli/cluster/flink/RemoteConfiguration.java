package io.jellybean.cli.cluster.flink;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same configuration for machines elsewhere, which are started by Flink's own scripts or images.
 *
 * @param jobManagerHost where workers find the JobManager
 * @param state where checkpoints and savepoints go; all machines must reach it
 */
public record RemoteConfiguration(String jobManagerHost, URI state) {

    private static final String RPC_PORT = "6123";

    /** The JobManager's, whose REST interface listens on its own machine only: whoever can reach it can run any code. */
    public void writeJobManager(Path folder) {
        Map<String, String> options = shared();
        options.put("jobmanager.bind-host", "0.0.0.0");
        options.put("jobmanager.memory.process.size", "1024m");
        options.put("rest.address", jobManagerHost);
        options.put("rest.bind-address", "127.0.0.1");
        ConfigurationFile.write(folder, options);
    }

    /** A worker's; its resource id is left to Flink, so that several can be started from it. */
    public void writeTaskManager(Path folder, TaskManagerSpec spec) {
        Map<String, String> options = shared();
        options.put("taskmanager.bind-host", "0.0.0.0");
        options.putAll(FlinkCommands.options(spec));
        options.remove("taskmanager.resource-id");
        if (!spec.computes()) {
            options.put("env.java.opts.taskmanager", FlinkCommands.QUICKLY_COMPILED);
        }
        ConfigurationFile.write(folder, options);
    }

    private Map<String, String> shared() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("jobmanager.rpc.address", jobManagerHost);
        options.put("jobmanager.rpc.port", RPC_PORT);
        options.putAll(FlinkConfiguration.ofEveryCluster(state));
        return options;
    }
}
