package io.jellybean.jobs.graph;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/** What every JellyBean job asks of Flink, whatever the cluster's defaults are. */
final class JobSettings {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    /** Readers of committed records see a result after up to so long. */
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(2);

    /** A record leaves at once. A timer would wake every task more often than records come, and let them wait. */
    private static final Duration BUFFER_TIMEOUT = Duration.ZERO;

    private JobSettings() {}

    static Configuration of(int maxParallelism) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        // Records are never changed once they are made, so a chained operator may get the same one, and not a copy of
        // the frame in it.
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.MAX_PARALLELISM, maxParallelism);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        return settings;
    }

    /**
     * For a job of which something stays.
     *
     * @param exactlyOnce whether a topic is written in transactions, which checkpoints commit
     */
    static Configuration checkpoints(boolean exactlyOnce) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, exactlyOnce ? COMMIT_INTERVAL : CHECKPOINT_INTERVAL);
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        // Aligned, because an unaligned checkpoint does not survive a changed graph.
        settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return settings;
    }
}
