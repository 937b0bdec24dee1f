package io.jellybean.cli.demo;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processes of an infrastructure, and a broker with the topics of vehicle tracking. */
record StreetCorner(LocalCluster cluster) implements AutoCloseable {

    private static final int CAMERAS = 3;
    private static final int PARTITIONS_OF_RESULTS = 2;

    /**
     * Starts it.
     *
     * @param folder for logs, checkpoints and savepoints
     */
    static StreetCorner start(Infrastructure infrastructure, Path folder) throws InterruptedException {
        LocalCluster cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                PlannedCluster.taskManagers(infrastructure),
                LocalPorts.free(),
                folder.resolve("logs"),
                folder.resolve("state"));
        new Topics(cluster.kafka().bootstrapServers())
                .ensure(Stream.concat(
                                Stream.of(Topic.frames("frames", CAMERAS)),
                                Stream.of("detections", "tracks", "vehicles", "rejected")
                                        .map(topic -> Topic.results(topic, PARTITIONS_OF_RESULTS)))
                        .toList());
        return new StreetCorner(cluster);
    }

    FlinkRest flink() {
        return cluster.flink().rest();
    }

    String kafka() {
        return cluster.kafka().bootstrapServers();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
