package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxTensor;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.FloatBuffer;
import java.util.Map;

/** Feeds a network with sound. */
final class OnnxAudioInference implements AudioInference {

    private final SpeechModel manifest;
    private final SessionRun session;

    OnnxAudioInference(SpeechModel manifest, SessionRun session) {
        this.manifest = manifest;
        this.session = session;
    }

    @Override
    public SpeechModel manifest() {
        return manifest;
    }

    @Override
    public InferenceOutput run(FloatBuffer audio, int batch, int samples) {
        session.check(batch);
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "model %s: samples must be >= 1, but were %d".formatted(manifest.id(), samples));
        }
        int values = Math.multiplyExact(batch, samples);
        session.check("audio", audio, values);
        long[] shape = {batch, samples};
        return session.run(
                () -> Map.of(
                        manifest.input().tensor(),
                        OnnxTensor.createTensor(
                                OnnxEnvironment.get(),
                                audio.duplicate().position(0).limit(values),
                                shape)),
                shape);
    }

    @Override
    public void close() {
        session.close();
    }
}
