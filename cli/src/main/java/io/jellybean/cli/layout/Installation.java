package io.jellybean.cli.layout;

import io.jellybean.domain.infrastructure.Infrastructure;
import java.net.URI;
import java.nio.file.Path;

/** Files from which an infrastructure is started. */
public interface Installation {

    /**
     * Writes them.
     *
     * @param state where checkpoints and savepoints go; all processes must reach it
     * @param folder is made if it is not there
     */
    void write(Infrastructure infrastructure, URI state, Path folder);

    /** For Flink's own scripts. */
    static Installation plain(String jobManagerHost) {
        return new PlainInstallation(jobManagerHost);
    }

    /** For containers of one machine. */
    static Installation compose() {
        return new ComposeInstallation();
    }

    /** For Kubernetes, with Kustomize. */
    static Installation kubernetes() {
        return new KubernetesInstallation();
    }
}
