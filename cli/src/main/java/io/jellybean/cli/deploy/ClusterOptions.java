package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster a command speaks to: one that stands on this machine, or any other by its address. */
public final class ClusterOptions {

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "Flink's REST interface. Default: the standing cluster's.")
    private @Nullable URI flink;

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    /** Flink of that cluster. */
    public FlinkRest flink() {
        return new FlinkRest(flink != null ? flink : URI.create(folder.cluster().flink()));
    }

    /** The broker that stands with it. */
    String kafka() {
        return folder.cluster().kafka();
    }

    /** Opens the journal of a workflow's redeployments. */
    public RedeploymentJournal journal(String workflow) {
        return RedeploymentJournal.open(folder.path().resolve(ClusterFolder.DEPLOYMENTS), workflow);
    }

    /** Where what is decided about a workflow is written down. */
    public Path decisions(String workflow) {
        return folder.path()
                .resolve(ClusterFolder.DEPLOYMENTS)
                .resolve(workflow)
                .resolve("decisions.jsonl");
    }
}
