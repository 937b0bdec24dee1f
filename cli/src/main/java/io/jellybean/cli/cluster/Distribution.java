package io.jellybean.cli.cluster;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

    /** The folders of the build that this class comes from, a jar or a folder of classes in {@code cli/target}. */
    public static Distribution ofThisBuild() {
        try {
            Path code = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return below(Objects.requireNonNull(code.resolve("../../..").normalize()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("The location of JellyBean's code is no path", impossible);
        }
    }
}
