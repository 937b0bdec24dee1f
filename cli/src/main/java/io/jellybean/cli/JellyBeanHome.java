package io.jellybean.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The folder that JellyBean was built in: its examples, job jar and class paths.
 *
 * @param root the folder with the top-level {@code pom.xml}
 */
public record JellyBeanHome(Path root) {

    /** The folder of the build that this class comes from: its code lies in {@code cli/target}, as a jar or as classes. */
    public static JellyBeanHome ofThisBuild() {
        try {
            Path code = Path.of(JellyBeanHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new JellyBeanHome(code.resolve("../../..").normalize());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the location of JellyBean's code is no path", impossible);
        }
    }

    /** A file or folder below. */
    public Path path(String relative) {
        return root.resolve(relative);
    }

    /** The jar that is submitted to Flink. */
    public Path jobJar() {
        return path("jobs/target/jellybean-job.jar");
    }
}
