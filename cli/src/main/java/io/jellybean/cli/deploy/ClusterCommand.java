package io.jellybean.cli.deploy;

import picocli.CommandLine.Command;

/** {@code jellybean cluster}. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "A Kafka broker and a Flink cluster on this machine, one process for each worker of an infrastructure, "
                    + "or the same configuration for machines elsewhere.",
            ""
        },
        subcommands = {
            ClusterUpCommand.class,
            ClusterStatusCommand.class,
            ClusterDownCommand.class,
            ClusterConfigCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  jellybean cluster up --infrastructure examples/vehicle-tracking/infrastructure.yaml",
            "  jellybean cluster status",
            "  jellybean cluster down",
            "  jellybean cluster config --infrastructure examples/vehicle-tracking/infrastructure.yaml --out target/config"
        })
public final class ClusterCommand {}
