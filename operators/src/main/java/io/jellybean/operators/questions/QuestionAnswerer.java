package io.jellybean.operators.questions;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * From the features of a frame and a question in words to an answer. Buffers are reused from question to question: one instance per
 * thread. Closing it closes its inference.
 */
public final class QuestionAnswerer implements AutoCloseable {

    private final AnswerModel manifest;
    private final AnswerInference inference;
    private final QuestionEncoder encoder;
    private final int valuesPerFrame;
    private FloatBuffer features = FloatBuffer.allocate(0);
    private LongBuffer words = LongBuffer.allocate(0);

    /** A question about a frame, in numbers. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the network, never compared
    private record Encoded(float[] features, long[] words) {}

    /** An answerer that takes the inference over. */
    public QuestionAnswerer(AnswerInference inference) {
        this.manifest = inference.manifest();
        this.inference = inference;
        this.encoder = new QuestionEncoder(manifest.words());
        FeaturesInput input = manifest.features();
        this.valuesPerFrame = input.channels() * input.rows() * input.columns();
    }

    /** What runs here; it names the extractor whose features it reads. */
    public AnswerModel manifest() {
        return manifest;
    }

    /**
     * Answers one question.
     *
     * @param frame {@code float32 [channels, rows, columns]}, as {@link FeatureExtractor} makes it
     * @throws RejectedQuestionException if the question cannot be used; the next one can be tried
     * @throws IllegalArgumentException if the features have another size than the network's
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public Answer answer(float[] frame, String question) throws RejectedQuestionException {
        return answers(List.of(encoded(frame, question))).get(0);
    }

    /**
     * Answers several questions in one run of the network, in their order.
     *
     * @param frames the features of one frame for each of the questions, see {@link #answer}
     * @throws RejectedQuestionException if any of the questions cannot be used; none is answered then
     */
    public List<Answer> answer(List<float[]> frames, List<String> questions) throws RejectedQuestionException {
        if (frames.size() != questions.size() || frames.isEmpty()) {
            throw new IllegalArgumentException(
                    "questions: one frame must be given for each of at least one question, but"
                            + " there were %d frames and %d questions".formatted(frames.size(), questions.size()));
        }
        List<Encoded> batch = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            batch.add(encoded(frames.get(i), questions.get(i)));
        }
        return answers(batch);
    }

    private Encoded encoded(float[] frame, String question) throws RejectedQuestionException {
        if (frame.length != valuesPerFrame) {
            throw new IllegalArgumentException("features: %s reads %d values, as %s makes them, but there were %d"
                    .formatted(manifest.id(), valuesPerFrame, manifest.extractor(), frame.length));
        }
        return new Encoded(frame, encoder.encode(question));
    }

    private List<Answer> answers(List<Encoded> batch) {
        int length = manifest.words().length();
        if (words.capacity() < batch.size() * length) {
            features = direct(batch.size() * valuesPerFrame * Float.BYTES).asFloatBuffer();
            words = direct(batch.size() * length * Long.BYTES).asLongBuffer();
        }
        for (int i = 0; i < batch.size(); i++) {
            features.put(i * valuesPerFrame, batch.get(i).features());
            words.put(i * length, batch.get(i).words());
        }
        InferenceOutput output = inference.run(features, words, batch.size());
        int count = manifest.answers().size();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            answers.add(best(output.values(), i * count));
        }
        return answers;
    }

    /** Softmax: exp(score) / sum of all exp(score), written with differences so that nothing overflows. */
    private Answer best(FloatBuffer scores, int from) {
        List<String> answers = manifest.answers();
        int best = 0;
        for (int i = 1; i < answers.size(); i++) {
            if (scores.get(from + i) > scores.get(from + best)) {
                best = i;
            }
        }
        double sum = 0.0;
        for (int i = 0; i < answers.size(); i++) {
            sum += Math.exp((double) scores.get(from + i) - scores.get(from + best));
        }
        return new Answer(answers.get(best), 1.0 / sum);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        inference.close();
    }
}
