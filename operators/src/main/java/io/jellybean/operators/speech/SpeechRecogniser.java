package io.jellybean.operators.speech;

import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * From a WAV file to its words: check, read, infer, decode. The buffer is reused from sound to sound: one instance per
 * thread. Closing it closes its inference.
 */
public final class SpeechRecogniser implements AutoCloseable {

    private final AudioInference inference;
    private final SpeechDecoder decoder;
    private final WavLimits limits;
    private FloatBuffer audio = allocate(0);

    /**
     * A recogniser that takes the inference over.
     *
     * @param decoder for the symbols of the inference's manifest
     */
    public SpeechRecogniser(AudioInference inference, SpeechDecoder decoder, WavLimits limits) {
        this.inference = inference;
        this.decoder = decoder;
        this.limits = limits;
    }

    /** What runs here. */
    public SpeechModel manifest() {
        return inference.manifest();
    }

    /**
     * Writes down what is said in a sound.
     *
     * @throws RejectedSpeechException if the sound cannot be used; the next one can be tried
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public Transcript recognise(byte[] wav) throws RejectedSpeechException {
        WavAudio sound = WavAudio.read(wav, limits);
        if (audio.capacity() < sound.samples()) {
            audio = allocate(sound.samples());
        }
        sound.writeTo(audio.clear());
        InferenceOutput output = inference.run(audio, 1, sound.samples());
        return decoder.decode(output.values(), 0, output.rows());
    }

    private static FloatBuffer allocate(int samples) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, samples))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        inference.close();
    }
}
