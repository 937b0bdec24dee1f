package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Feeds a network with images, in the layout that it wants. */
final class OnnxImageInference implements ImageInference {

    private final ImageModel manifest;
    private final SessionRun session;
    private final @Nullable FloatPixels floats;

    OnnxImageInference(ImageModel manifest, SessionRun session) {
        this.manifest = manifest;
        this.session = session;
        this.floats = manifest.input().layout() == InputLayout.FLOAT_NCHW ? new FloatPixels(manifest.input()) : null;
    }

    @Override
    public ImageModel manifest() {
        return manifest;
    }

    @Override
    public InferenceOutput run(ByteBuffer images, int batch) {
        ImageInput input = manifest.input();
        session.check(batch);
        int bytes = Math.multiplyExact(3 * input.height() * input.width(), batch);
        session.check("images", images, bytes);
        long[] shape = floats == null
                ? new long[] {batch, input.height(), input.width(), 3}
                : new long[] {batch, 3, input.height(), input.width()};
        return session.run(
                () -> Map.of(
                        input.tensor(), tensor(images.duplicate().position(0).limit(bytes), batch, shape)),
                shape);
    }

    @Override
    public void close() {
        session.close();
    }

    private OnnxTensor tensor(ByteBuffer images, int batch, long[] shape) throws OrtException {
        return floats == null
                ? OnnxTensor.createTensor(OnnxEnvironment.get(), images, shape, OnnxJavaType.UINT8)
                : OnnxTensor.createTensor(OnnxEnvironment.get(), floats.of(images, batch), shape);
    }
}
