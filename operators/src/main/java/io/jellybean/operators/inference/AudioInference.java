package io.jellybean.operators.inference;

import io.jellybean.domain.model.SpeechModel;
import java.nio.FloatBuffer;

/**
 * A network that is fed with sound, ready to run. An instance serves one thread at a time; instances of the same network
 * share what is large. Close it when no more sound comes.
 */
public interface AudioInference extends AutoCloseable {

    /** What runs here; the first of its symbols, {@code ""}, is the blank of CTC. */
    SpeechModel manifest();

    /**
     * Runs the network.
     *
     * @param audio direct buffer, {@code float32 [batch, samples]}, -1..1, of the manifest's sample rate; read from index
     *     0 whatever its position is
     * @param batch the number of utterances, 1 or more; all have the same length
     * @param samples of each utterance, 1 or more; utterances of another length go into another call, for silence that is
     *     added to fill them up is heard, too
     * @return {@code float32 [batch, steps, symbols]}: rows are steps of time, columns symbols; valid until the next call
     *     of run or close
     * @throws IllegalArgumentException if the buffer is not direct or too short
     * @throws InferenceException if the network fails
     * @throws UnusableModelException if the shape of its output turns out not to be the manifest's
     */
    InferenceOutput run(FloatBuffer audio, int batch, int samples);

    /** Releases the network; closing twice does nothing. */
    @Override
    void close();
}
