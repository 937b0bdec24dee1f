package io.jellybean.cli.feed;

import io.jellybean.cli.source.SourceFrame;
import io.jellybean.simulator.Question;
import io.jellybean.simulator.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Asks a street's own questions about its frames, one about every n-th frame; about one in which nothing clear is to be seen,
 * nothing is asked. Thread-safe.
 *
 * @param topic of the questions
 * @param everyFrames n
 * @param speaker who says them; null for questions in writing
 */
record QuestionAsker(
        String topic, long everyFrames, @Nullable Speaker speaker) {

    /** The question about the frame of this number, if there is one. */
    Optional<Question> about(long number, SourceFrame.@Nullable Truth truth) {
        if (truth == null || number % everyFrames != 0) {
            return Optional.empty();
        }
        return truth.questions().about(truth.frame(), 1).stream().findFirst();
    }

    /** The question as it is sent: UTF-8, or a WAV file. */
    byte[] asSent(Question question, String request) {
        if (speaker == null) {
            return question.text().getBytes(StandardCharsets.UTF_8);
        }
        CRC32 voice = new CRC32();
        voice.update(request.getBytes(StandardCharsets.UTF_8));
        return speaker.wav(question.text(), voice.getValue(), 0);
    }
}
