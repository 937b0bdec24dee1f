package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.layout.Installation;
import io.jellybean.domain.io.InfrastructureFile;
import java.net.URI;
import java.nio.file.Path;
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
            "Writes the files from which an infrastructure is started elsewhere.",
            "",
            "plain: Flink's configuration for machines with Flink's own scripts: one for the JobManager, one for each type of "
                    + "worker and each ingest host. A worker may be started from its type's as often as the infrastructure says.",
            "compose: all of it as containers of one machine, with a broker, a network for each tier, and links that let through "
                    + "what the infrastructure says.",
            "kubernetes: manifests for kubectl apply -k: a JobManager that goes on with its jobs when it is started anew, and a "
                    + "StatefulSet for each type of worker and each ingest host. The broker is yours.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean cluster config --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --format compose --out target/street",
            "  jellybean cluster config --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --format kubernetes --out target/street",
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
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "What starts it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.plain;

    @Option(
            names = "--jobmanager-host",
            paramLabel = "HOST",
            defaultValue = "jobmanager",
            description = "Where workers find the JobManager, with --format plain (default: ${DEFAULT-VALUE}).")
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
        Installation installation = switch (format) {
            case plain -> Installation.plain(jobManagerHost);
            case compose -> Installation.compose();
            case kubernetes -> Installation.kubernetes();
        };
        installation.write(InfrastructureFile.read(Objects.requireNonNull(infrastructure)), uri(), folder);
        System.out.printf("written to %s%n", folder);
        return ExitCode.OK;
    }

    /** As users write them. */
    enum Format {
        plain,
        compose,
        kubernetes
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
