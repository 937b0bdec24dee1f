package io.jellybean.operators.inference;

import io.jellybean.domain.model.AnswerModel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * A network that answers questions about the features of images, ready to run. An instance serves one thread at a time;
 * instances of the same network share what is large. Close it when no more questions come.
 */
public interface AnswerInference extends AutoCloseable {

    /** What runs here. */
    AnswerModel manifest();

    /**
     * Runs the network.
     *
     * @param features direct buffer, {@code float32 [batch, channels, rows, columns]}, of the manifest's extractor; read
     *     from index 0 whatever its position is
     * @param words direct buffer, {@code int64 [batch, length]}, indices of the manifest's vocabulary; read from index 0
     * @param batch the number of questions, 1 or more
     * @return {@code float32 [batch, answers]}, logits: rows are answers, one column; valid until the next call of run or
     *     close
     * @throws IllegalArgumentException if a buffer is not direct or too short
     * @throws InferenceException if the network fails
     * @throws UnusableModelException if the shape of its output turns out not to be the manifest's
     */
    InferenceOutput run(FloatBuffer features, LongBuffer words, int batch);

    /** Releases the network; closing twice does nothing. */
    @Override
    void close();
}
