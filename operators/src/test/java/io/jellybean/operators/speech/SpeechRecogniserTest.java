package io.jellybean.operators.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.domain.model.AudioInput;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechRecogniserTest {

    private static final WavLimits LIMITS = WavLimits.of(16_000);

    private final Listener listener = new Listener();

    @Test
    void writesDownWhatTheNetworkHears() throws RejectedSpeechException {
        try (SpeechRecogniser recogniser = recogniser()) {
            assertThat(recogniser.recognise(Wavs.ofLength(3200)).text()).isEqualTo("ab");
            assertThat(recogniser.recognise(Wavs.ofLength(1600)).text()).isEqualTo("a");
            assertThat(recogniser.recognise(Wavs.ofLength(6400)).text()).isEqualTo("abab");
        }
        assertThat(listener.closed).isTrue();
    }

    @Test
    void goesOnAfterASoundThatItCannotUse() throws RejectedSpeechException {
        try (SpeechRecogniser recogniser = recogniser()) {
            assertThatThrownBy(() -> recogniser.recognise(new byte[0])).isInstanceOf(RejectedSpeechException.class);
            assertThat(recogniser.recognise(Wavs.ofLength(3200)).text()).isEqualTo("ab");
        }
    }

    private SpeechRecogniser recogniser() {
        return new SpeechRecogniser(
                listener, SpeechDecoder.greedy(listener.manifest().symbols()), LIMITS);
    }

    /** Hears "a" and "b" in turn, each for a tenth of a second, if the samples are those of the file. */
    private static final class Listener implements AudioInference {

        private boolean closed;

        @Override
        public SpeechModel manifest() {
            ModelFile file = new ModelFile(
                    "listener", "listener.onnx", "0".repeat(64), new MeasuredAccuracy("WER", 0, "nothing"));
            return new SpeechModel(file, new AudioInput("audio", 16_000), "logits", List.of("", "a", "b"));
        }

        @Override
        public InferenceOutput run(FloatBuffer audio, int batch, int samples) {
            assertThat(audio.isDirect()).isTrue();
            assertThat(audio.get(samples - 1)).isEqualTo(1000 / 32768f);
            int steps = samples / 1600;
            FloatBuffer logits = FloatBuffer.allocate(3 * steps);
            for (int step = 0; step < steps; step++) {
                logits.put(3 * step + 1 + step % 2, 9);
            }
            return new InferenceOutput(logits, batch, steps, 3);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
