package io.jellybean.cli.cluster;

import io.jellybean.cli.cluster.flink.FlinkJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the class paths of the cluster's processes lie.
 *
 * @param flink the jars of JobManager and TaskManagers
 * @param kafkaLib the folder with the jars of the broker
 */
public record Distribution(FlinkJars flink, Path kafkaLib) {

    public Distribution {
        for (Path lib : List.of(flink.lib(), flink.runtime(), kafkaLib)) {
            if (!Files.isDirectory(lib)) {
                throw new IllegalStateException(
                        "%s is not there. Maybe run \"mvn package\" in JellyBean's folder first.".formatted(lib));
            }
        }
    }

    /** The folders that the build made, below JellyBean's own folder. */
    public static Distribution below(Path home) {
        return new Distribution(FlinkJars.below(home), home.resolve("distribution/kafka/target/lib"));
    }
}
