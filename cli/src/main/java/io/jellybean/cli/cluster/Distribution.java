package io.jellybean.cli.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the class paths of the cluster's processes lie.
 *
 * @param flinkLib the jars of JobManager and TaskManagers
 * @param kafkaLib the jars of the broker
 */
public record Distribution(Path flinkLib, Path kafkaLib) {

    public Distribution {
        for (Path lib : List.of(flinkLib, kafkaLib)) {
            if (!Files.isDirectory(lib)) {
                throw new IllegalStateException(
                        "%s is not there. Maybe run \"mvn package\" in JellyBean's folder first.".formatted(lib));
            }
        }
    }

    /** The folders that the build made, below JellyBean's own folder. */
    public static Distribution below(Path home) {
        return new Distribution(
                home.resolve("distribution/flink/target/lib"), home.resolve("distribution/kafka/target/lib"));
    }
}
