package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/** Feeds a network with features and the words of questions about them. */
final class OnnxAnswerInference implements AnswerInference {

    private final AnswerModel manifest;
    private final SessionRun session;

    OnnxAnswerInference(AnswerModel manifest, SessionRun session) {
        this.manifest = manifest;
        this.session = session;
    }

    @Override
    public AnswerModel manifest() {
        return manifest;
    }

    @Override
    public InferenceOutput run(FloatBuffer features, LongBuffer words, int batch) {
        FeaturesInput map = manifest.features();
        int length = manifest.words().length();
        session.check(batch);
        int values = Math.multiplyExact(map.channels() * map.rows() * map.columns(), batch);
        session.check("features", features, values);
        session.check("words", words, (long) length * batch);
        long[] shape = {batch, map.channels(), map.rows(), map.columns()};
        return session.run(
                () -> tensors(
                        features.duplicate().position(0).limit(values),
                        shape,
                        words.duplicate().position(0).limit(length * batch),
                        new long[] {batch, length}),
                shape);
    }

    @Override
    public void close() {
        session.close();
    }

    private Map<String, OnnxTensor> tensors(
            FloatBuffer features, long[] featuresShape, LongBuffer words, long[] wordsShape) throws OrtException {
        OnnxTensor map = OnnxTensor.createTensor(OnnxEnvironment.get(), features, featuresShape);
        try {
            OnnxTensor question = OnnxTensor.createTensor(OnnxEnvironment.get(), words, wordsShape);
            return Map.of(manifest.features().tensor(), map, manifest.words().tensor(), question);
        } catch (OrtException | RuntimeException e) {
            map.close();
            throw e;
        }
    }
}
