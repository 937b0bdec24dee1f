package io.jellybean.jobs.kafka;

import io.jellybean.jobs.record.IncomingFrame;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes any record for a frame: key = camera, timestamp = time of capture, value = JPEG, and its request. Ingest judges them. */
final class FrameDeserializer implements KafkaRecordDeserializationSchema<IncomingFrame> {

    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<IncomingFrame> out) {
        String camera = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        byte[] jpeg = record.value() == null ? NOTHING : record.value();
        Header request = record.headers().lastHeader("request");
        String key =
                request == null || request.value() == null ? "" : new String(request.value(), StandardCharsets.UTF_8);
        out.collect(new IncomingFrame(camera, record.timestamp(), key, jpeg));
    }

    @Override
    public TypeInformation<IncomingFrame> getProducedType() {
        return TypeInformation.of(IncomingFrame.class);
    }
}
