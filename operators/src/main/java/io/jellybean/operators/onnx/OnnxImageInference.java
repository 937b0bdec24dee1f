package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceException;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.inference.UnusableModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a shared session on direct buffers. After the first run of a batch size it knows the output's shape and lets the
 * network write straight into a buffer of its own.
 */
final class OnnxImageInference implements ImageInference {

    private final ImageModel manifest;
    private final SharedSession shared;
    private final Signature signature;
    private final Set<String> outputNames;
    private FloatBuffer output = FloatBuffer.allocate(0);
    private long[] outputShape = {0, 0, 0};
    private boolean closed;

    OnnxImageInference(ImageModel manifest, SharedSession shared, Signature signature) {
        this.manifest = manifest;
        this.shared = shared;
        this.signature = signature;
        this.outputNames = Set.of(manifest.outputTensor());
    }

    @Override
    public ImageModel manifest() {
        return manifest;
    }

    @Override
    public InferenceOutput run(ByteBuffer images, int batch) {
        check(images, batch);
        long[] shape = {batch, manifest.input().height(), manifest.input().width(), 3};
        ByteBuffer bytes = images.duplicate().position(0).limit(Math.toIntExact(bytesPerImage() * batch));
        try (OnnxTensor input = OnnxTensor.createTensor(OnnxEnvironment.get(), bytes, shape, OnnxJavaType.UINT8)) {
            Map<String, OnnxTensor> inputs = Map.of(manifest.input().tensor(), input);
            if (outputShape[0] == batch) {
                runInto(inputs);
            } else {
                runAndLearnShape(inputs, batch);
            }
        } catch (OrtException e) {
            throw new InferenceException("model %s failed: %s".formatted(manifest.id(), e.getMessage()), e);
        }
        return new InferenceOutput(output, batch, (int) outputShape[1], (int) outputShape[2]);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shared.release();
        }
    }

    private void check(ByteBuffer images, int batch) {
        if (closed) {
            throw new IllegalStateException("model %s: run was called after close".formatted(manifest.id()));
        }
        if (batch < 1 || (signature.fixedBatch() != 0 && batch != signature.fixedBatch())) {
            throw new IllegalArgumentException(
                    "model %s: batch must be %s, but was %d. Maybe export it with a free batch."
                            .formatted(
                                    manifest.id(),
                                    signature.fixedBatch() == 0 ? ">= 1" : signature.fixedBatch(),
                                    batch));
        }
        if (!images.isDirect() || images.capacity() < bytesPerImage() * batch) {
            throw new IllegalArgumentException("model %s: images must be a direct buffer of %d bytes, but was %s"
                    .formatted(manifest.id(), bytesPerImage() * batch, images));
        }
    }

    private long bytesPerImage() {
        return 3L * manifest.input().height() * manifest.input().width();
    }

    private void runInto(Map<String, OnnxTensor> inputs) throws OrtException {
        try (OnnxTensor pinned = OnnxTensor.createTensor(OnnxEnvironment.get(), output, outputShape)) {
            shared.session()
                    .run(inputs, Map.of(manifest.outputTensor(), pinned))
                    .close();
        }
    }

    private void runAndLearnShape(Map<String, OnnxTensor> inputs, int batch) throws OrtException {
        try (OrtSession.Result result = shared.session().run(inputs, outputNames)) {
            OnnxTensor tensor = (OnnxTensor) result.get(0);
            long[] shape = tensor.getInfo().getShape();
            if (shape.length != 3 || shape[0] != batch || shape[1] != signature.rows()) {
                throw new UnusableModelException(List.of(
                        "model %s: output tensor \"%s\" must have shape [%d, %d, anchors], but has %s. Maybe correct labels in the manifest."
                                .formatted(
                                        manifest.id(),
                                        manifest.outputTensor(),
                                        batch,
                                        signature.rows(),
                                        Arrays.toString(shape))));
            }
            FloatBuffer values = tensor.getFloatBuffer();
            output = ByteBuffer.allocateDirect(Math.multiplyExact(values.remaining(), Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            output.put(0, values, 0, values.remaining());
            outputShape = shape;
        }
    }
}
