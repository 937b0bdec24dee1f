package io.jellybean.domain.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The records of the result topics as JSON in UTF-8, one object a record.
 *
 * @param <T> the type of the record
 */
public final class ResultJson<T> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Records of the topic {@code detections}. */
    public static final ResultJson<DetectedFrame> DETECTED_FRAME = new ResultJson<>(DetectedFrame.class);

    /** Records of the topic {@code tracks}. */
    public static final ResultJson<TrackedFrame> TRACKED_FRAME = new ResultJson<>(TrackedFrame.class);

    /** Records of the topic {@code vehicles}. */
    public static final ResultJson<AssociatedTrack> ASSOCIATED_TRACK = new ResultJson<>(AssociatedTrack.class);

    /** Records of the topic {@code answers}. */
    public static final ResultJson<AnsweredQuestion> ANSWERED_QUESTION = new ResultJson<>(AnsweredQuestion.class);

    /** Records of the topic {@code rejected}. */
    public static final ResultJson<RejectedFrame> REJECTED_FRAME = new ResultJson<>(RejectedFrame.class);

    private final ObjectWriter writer;
    private final ObjectReader reader;

    private ResultJson(Class<T> type) {
        writer = JSON.writerFor(type);
        reader = JSON.readerFor(type);
    }

    /** The record as UTF-8 bytes. */
    public byte[] encode(T result) {
        try {
            return writer.writeValueAsBytes(result);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a record of plain values is always JSON", impossible);
        }
    }

    /**
     * The record that the bytes hold.
     *
     * @throws UncheckedIOException if they are not such a record
     */
    public T decode(byte[] bytes) {
        try {
            return reader.readValue(bytes);
        } catch (IOException notSuchARecord) {
            throw new UncheckedIOException(notSuchARecord);
        }
    }
}
