package io.jellybean.jobs.kafka;

import io.jellybean.jobs.record.IncomingQuestion;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes any record for a question: key = request, timestamp = when it was asked, value = WAV or text. Ingest judges them. */
final class QuestionDeserializer implements KafkaRecordDeserializationSchema<IncomingQuestion> {

    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<IncomingQuestion> out) {
        String request = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        byte[] content = record.value() == null ? NOTHING : record.value();
        out.collect(new IncomingQuestion(request, record.timestamp(), content, 0));
    }

    @Override
    public TypeInformation<IncomingQuestion> getProducedType() {
        return TypeInformation.of(IncomingQuestion.class);
    }
}
