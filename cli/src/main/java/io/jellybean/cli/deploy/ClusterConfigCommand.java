package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.flink.RemoteConfiguration;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.domain.io.InfrastructureFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jellybean cluster config}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes Flink's configuration for machines elsewhere: one for the JobManager, one for each type of worker and "
                    + "each ingest host. A worker may be started from its type's as often as the infrastructure says.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  jellybean cluster config --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --jobmanager-host hub-1.example --state s3://bucket/jellybean --out target/config",
            "",
            "Exit status: 0 written, 1 bad input."
        })
final class ClusterConfigCommand implements Callable<Integer> {

    @Option(names = "--infrastructure", paramLabel = "FILE", required = true, description = "Tiers and workers.")
    private @Nullable Path infrastructure;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the folders are written.")
    private @Nullable Path out;

    @Option(
            names = "--jobmanager-host",
            paramLabel = "HOST",
            defaultValue = "jobmanager",
            description = "Where workers find the JobManager (default: ${DEFAULT-VALUE}).")
    private String jobManagerHost = "jobmanager";

    @Option(
            names = "--state",
            paramLabel = "URI",
            defaultValue = "file:///var/lib/jellybean",
            description =
                    "Where checkpoints and savepoints go; all machines must reach it (default: ${DEFAULT-VALUE}).")
    private String state = "";

    @Override
    public Integer call() {
        Path folder = Objects.requireNonNull(out);
        RemoteConfiguration configuration = new RemoteConfiguration(jobManagerHost, uri());
        Map<String, TaskManagerSpec> specByType =
                PlannedCluster.taskManagersByType(InfrastructureFile.read(Objects.requireNonNull(infrastructure)));
        configuration.writeJobManager(folder.resolve("jobmanager"));
        System.out.println(folder.resolve("jobmanager/config.yaml"));
        specByType.forEach((type, spec) -> {
            configuration.writeTaskManager(folder.resolve("taskmanager-" + type), spec);
            System.out.println(folder.resolve("taskmanager-" + type + "/config.yaml"));
        });
        return ExitCode.OK;
    }

    private URI uri() {
        try {
            URI uri = URI.create(state);
            if (uri.getScheme() != null) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            // said below
        }
        throw new CommandFailedException(
                "--state must be an address with a scheme, but is \"%s\". Maybe file:///var/lib/jellybean or s3://bucket/folder."
                        .formatted(state));
    }
}
