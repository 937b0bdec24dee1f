package io.jellybean.jobs.kafka;

import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.kafka.clients.admin.Admin;

/** A writer of the connector that closes the client which the connector forgets. */
@SuppressWarnings("try") // The interface lets close be interrupted.
final class TransactionalWriter<T>
        implements StatefulSinkWriter<T, KafkaWriterState>, CommittingSinkWriter<T, KafkaCommittable> {

    private final PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> writer;

    TransactionalWriter(PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> writer) {
        this.writer = writer;
    }

    @Override
    public void write(T result, Context context) throws IOException, InterruptedException {
        writer.write(result, context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writer.flush(endOfInput);
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
        writer.writeWatermark(watermark);
    }

    @Override
    public Collection<KafkaCommittable> prepareCommit() throws IOException, InterruptedException {
        return writer.prepareCommit();
    }

    @Override
    public List<KafkaWriterState> snapshotState(long checkpoint) throws IOException {
        return writer.snapshotState(checkpoint);
    }

    @Override
    public void close() throws Exception {
        try {
            writer.close();
        } finally {
            closeAdmin();
        }
    }

    /** The connector gives no other way to it. */
    private void closeAdmin() throws IllegalAccessException {
        for (Field field : Arrays.asList(writer.getClass().getDeclaredFields())) {
            if (Admin.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                if (field.get(writer) instanceof Admin admin) {
                    admin.close(Duration.ZERO);
                }
            }
        }
    }
}
