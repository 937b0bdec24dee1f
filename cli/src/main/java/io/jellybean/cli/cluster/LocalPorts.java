package io.jellybean.cli.cluster;

import io.jellybean.cli.cluster.process.FreePorts;

/**
 * The ports on 127.0.0.1 that somebody outside the cluster may want to know beforehand.
 *
 * @param kafka where Kafka's clients connect; 0 for any free port
 * @param flinkRest Flink's REST interface and web page; 0 for any free port
 */
public record LocalPorts(int kafka, int flinkRest) {

    /** Whatever is free. */
    public static LocalPorts free() {
        return new LocalPorts(0, 0);
    }

    /**
     * Finds a taken port before any time is spent; the processes that listen there are told again when they start.
     *
     * @throws io.jellybean.cli.cluster.process.PortTakenException if a port that was asked for is in use
     */
    public void requireFree() {
        FreePorts.fixedOrAny(kafka, "Kafka").close();
        FreePorts.fixedOrAny(flinkRest, "Flink's REST interface").close();
    }
}
