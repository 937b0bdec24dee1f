package io.jellybean.cli.cluster;

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
}
