package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.RemoteConfiguration;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.net.URI;
import java.nio.file.Path;

/**
 * Flink's configuration for machines on which Flink's own scripts start it.
 *
 * @param jobManagerHost where workers find the JobManager
 */
record PlainInstallation(String jobManagerHost) implements Installation {

    @Override
    public void write(Infrastructure infrastructure, URI state, Path folder) {
        RemoteConfiguration configuration = new RemoteConfiguration(jobManagerHost, state);
        configuration.writeJobManager(folder.resolve("jobmanager"));
        PlannedCluster.kinds(infrastructure)
                .forEach(worker -> configuration.writeTaskManager(folder.resolve(worker.group()), worker.spec()));
    }
}
