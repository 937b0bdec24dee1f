package io.jellybean.planner.replan;

/** What a running job counts, wherever it runs. */
public interface JobMetrics {

    /** What it has counted up to now. */
    MetricSnapshot snapshot() throws InterruptedException;
}
