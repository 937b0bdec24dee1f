package io.jellybean.jobs.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Starts at the newest records of each partition.
 *
 * @param count how many of each
 */
record LastRecords(int count) implements OffsetsInitializer {

    private static final long serialVersionUID = 1;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever offsets) {
        Map<TopicPartition, Long> first = offsets.beginningOffsets(partitions);
        Map<TopicPartition, Long> start = new HashMap<>();
        offsets.endOffsets(partitions)
                .forEach((partition, end) ->
                        start.put(partition, Math.max(first.getOrDefault(partition, 0L), end - count)));
        return start;
    }

    @Override
    @SuppressWarnings("deprecation") // The connector's interface asks for it.
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.LATEST;
    }
}
