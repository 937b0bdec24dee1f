package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.ContainerConfiguration;
import io.jellybean.cli.cluster.process.TextFile;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.net.URI;
import java.nio.file.Path;

/** What Kustomize makes pods of, and the configurations that these are given. */
final class KubernetesInstallation implements Installation {

    private static final String REST_SERVICE = "jobmanager-rest";
    private static final String CLUSTER_ID = "jellybean";

    @Override
    public void write(Infrastructure infrastructure, URI state, Path folder) {
        KubernetesNames.require(infrastructure);
        new KubernetesFiles(infrastructure, new StateVolume(state))
                .textByFile()
                .forEach((file, text) -> TextFile.write(folder.resolve(file), text));
        ContainerConfiguration flink = ContainerConfiguration.onKubernetes(REST_SERVICE, CLUSTER_ID, state);
        flink.writeJobManager(folder.resolve("jobmanager"));
        PlannedCluster.kinds(infrastructure)
                .forEach(worker -> flink.writeTaskManager(folder.resolve(worker.group()), worker.spec()));
    }
}
