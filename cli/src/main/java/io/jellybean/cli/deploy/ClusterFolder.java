package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a standing cluster keeps its logs, its state and {@code cluster.json}. */
final class ClusterFolder {

    /** In it, the journals of all workflows' redeployments. */
    static final String DEPLOYMENTS = "deployments";

    private static final String DEFAULT = "target/cluster";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The cluster's folder: its logs and state (default: " + DEFAULT + ").")
    private @Nullable Path folder;

    Path path() {
        return (folder == null ? JellyBeanHome.ofThisBuild().path(DEFAULT) : folder)
                .toAbsolutePath()
                .normalize();
    }

    /**
     * The cluster that stands there.
     *
     * @throws CommandFailedException if none does
     */
    StandingCluster cluster() {
        return StandingCluster.in(path())
                .orElseThrow(() -> new CommandFailedException(
                        "no cluster of %s stands. Maybe start one: jellybean cluster up".formatted(path())));
    }
}
