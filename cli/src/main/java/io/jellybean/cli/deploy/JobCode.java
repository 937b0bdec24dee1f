package io.jellybean.cli.deploy;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.flink.FlinkJars;
import io.jellybean.cli.cluster.rest.FlinkRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * What a job is submitted as: the job jar, with all its classes and models; or, to a cluster that has those of this very build on its
 * class path, a jar with nothing in it, which is sent to no worker and keeps none from using what it has loaded and compiled before.
 */
final class JobCode {

    private final JellyBeanHome home;

    /**
     * @throws DeploymentFailedException if the job jar is not there
     */
    JobCode(JellyBeanHome home) {
        if (!Files.isRegularFile(home.jobJar())) {
            throw new DeploymentFailedException(
                    "the job jar %s is not there. Maybe run \"mvn package\" in JellyBean's folder first."
                            .formatted(home.jobJar()));
        }
        this.home = home;
    }

    /**
     * Puts it on the cluster.
     *
     * @return the jar's id
     */
    String upload(FlinkRest flink) {
        String runtime = flink.configuration().get(FlinkJars.RUNTIME_OPTION);
        if (runtime == null || !runtime.equals(FlinkJars.below(home.root()).runtimeSha256())) {
            return flink.uploadJar(home.jobJar());
        }
        try {
            Path empty = Files.createTempFile("jellybean-", ".jar");
            try {
                new JarOutputStream(Files.newOutputStream(empty), new Manifest()).close();
                return flink.uploadJar(empty);
            } finally {
                Files.delete(empty);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write an empty jar", failed);
        }
    }
}
