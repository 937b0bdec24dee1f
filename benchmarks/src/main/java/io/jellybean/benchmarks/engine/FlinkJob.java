package io.jellybean.benchmarks.engine;

import io.jellybean.cli.cluster.rest.Job;
import java.util.List;

/** JellyBean's job. */
final class FlinkJob implements Engine {

    private final ServedCluster cluster;
    private final Job job;

    /**
     * @param suffix of the topics, which are there
     */
    FlinkJob(ServedCluster cluster, Served what, String suffix) throws InterruptedException {
        this.cluster = cluster;
        this.job = cluster.submit(what, suffix);
    }

    @Override
    public List<Long> processes() {
        return cluster.workers();
    }

    /** New JVMs answer a tenth, and a question waits ten seconds for its frame. */
    @Override
    public int secondsInFlight() {
        return 1;
    }

    @Override
    public void close() {
        try {
            cluster.cancel(job);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
