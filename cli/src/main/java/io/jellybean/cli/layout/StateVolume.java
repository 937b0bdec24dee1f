package io.jellybean.cli.layout;

import java.net.URI;

/**
 * How pods reach the folder of the state: by a claim that all of them mount, if it lies in a file system; else over the network.
 *
 * @param state where checkpoints and savepoints go
 */
record StateVolume(URI state) {

    boolean claimed() {
        return "file".equals(state.getScheme());
    }

    /** A line more of {@code volumeMounts}, or none. */
    String mount() {
        return claimed() ? "\n            - {name: state, mountPath: \"%s\"}".formatted(state.getPath()) : "";
    }

    /** A volume more, or none. */
    String volume() {
        return claimed()
                ? "\n        - name: state\n          persistentVolumeClaim: {claimName: jellybean-state}"
                : "";
    }

    /** What there is to know of it. */
    String comment() {
        return claimed()
                ? "# The state lies in a volume that all pods mount; state.yaml claims it."
                : "# The state goes to %s: the image must have Flink's plugin for that file system, and the pods a way in."
                        .formatted(state);
    }
}
