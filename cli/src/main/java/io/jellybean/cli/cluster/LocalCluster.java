package io.jellybean.cli.cluster;

import io.jellybean.cli.cluster.flink.LocalFlink;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.cli.cluster.kafka.LocalKafka;
import io.jellybean.cli.cluster.process.ChildProcesses;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kafka and Flink together: started at once, ended at once. Closing leaves no process, port or directory. */
public final class LocalCluster implements AutoCloseable {

    private final ChildProcesses children;
    private final LocalFlink flink;
    private final LocalKafka kafka;

    private LocalCluster(ChildProcesses children, LocalFlink flink, LocalKafka kafka) {
        this.children = children;
        this.flink = flink;
        this.kafka = kafka;
    }

    /**
     * Starts everything and waits until the broker answers and all workers have registered.
     *
     * @param logs the folder that the processes' logs are kept in
     * @throws io.jellybean.cli.cluster.process.ChildFailedException if a process dies or is not ready in time
     * @throws io.jellybean.cli.cluster.process.PortTakenException if a port that was asked for is in use
     */
    public static LocalCluster start(
            Distribution distribution, List<TaskManagerSpec> workers, LocalPorts ports, Path logs)
            throws InterruptedException {
        return start(distribution, workers, ports, logs, null);
    }

    /**
     * The same with checkpoints and savepoints that stay.
     *
     * @param state the folder that they are kept in; null: they go with the cluster
     */
    public static LocalCluster start(
            Distribution distribution, List<TaskManagerSpec> workers, LocalPorts ports, Path logs, @Nullable Path state)
            throws InterruptedException {
        ChildProcesses children = new ChildProcesses(logs);
        try {
            LocalFlink flink = state == null
                    ? LocalFlink.start(children, distribution.flink(), ports.flinkRest())
                    : LocalFlink.start(children, distribution.flink(), ports.flinkRest(), state);
            LocalKafka kafka = LocalKafka.start(children, distribution.kafkaLib(), ports.kafka());
            // Last, so that what everybody waits for, JobManager and broker, has the processors first.
            workers.forEach(flink::startTaskManager);
            kafka.awaitReady();
            flink.awaitReady();
            return new LocalCluster(children, flink, kafka);
        } catch (InterruptedException | RuntimeException failed) {
            children.close();
            throw failed;
        }
    }

    public LocalFlink flink() {
        return flink;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    /** To add processes to the run, to watch for a death, to find the run's directory. */
    public ChildProcesses children() {
        return children;
    }

    @Override
    public void close() {
        children.close();
    }
}
