package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.InferenceException;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.inference.UnusableModelException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thread's use of a shared session. After the first run of a shape of inputs it knows the output's shape and lets the
 * network write straight into a buffer of its own.
 */
final class SessionRun implements AutoCloseable {

    private final ModelManifest manifest;
    private final SharedSession shared;
    private final Signature signature;
    private FloatBuffer output = FloatBuffer.allocate(0);
    private long[] outputShape = {};
    private long[] inputShape = {};
    private boolean closed;

    SessionRun(ModelManifest manifest, SharedSession shared, Signature signature) {
        this.manifest = manifest;
        this.shared = shared;
        this.signature = signature;
    }

    /** Requires an open network and a batch that it takes. */
    void check(int batch) {
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
    }

    /** Requires a direct buffer with so many values from index 0 on. */
    void check(String what, Buffer buffer, long values) {
        if (!buffer.isDirect() || buffer.capacity() < values) {
            throw new IllegalArgumentException("model %s: %s must be a direct buffer of %d values, but was %s"
                    .formatted(manifest.id(), what, values, buffer));
        }
    }

    /** Makes the tensors of the inputs. */
    interface Inputs {
        Map<String, OnnxTensor> make() throws OrtException;
    }

    /**
     * Runs the network and closes its inputs.
     *
     * @param shape of the input that decides the output's; the batch comes first
     */
    InferenceOutput run(Inputs inputs, long[] shape) {
        try {
            Map<String, OnnxTensor> tensors = inputs.make();
            try {
                if (Arrays.equals(inputShape, shape)) {
                    runInto(tensors);
                } else {
                    runAndLearnShape(tensors, shape);
                }
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new InferenceException("model %s failed: %s".formatted(manifest.id(), e.getMessage()), e);
        }
        int columns = 1;
        for (int i = 2; i < outputShape.length; i++) {
            columns = Math.multiplyExact(columns, (int) outputShape[i]);
        }
        return new InferenceOutput(output, (int) outputShape[0], (int) outputShape[1], columns);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shared.release();
        }
    }

    private void runInto(Map<String, OnnxTensor> inputs) throws OrtException {
        try (OnnxTensor pinned = OnnxTensor.createTensor(OnnxEnvironment.get(), output, outputShape)) {
            shared.session()
                    .run(inputs, Map.of(manifest.outputTensor(), pinned))
                    .close();
        }
    }

    private void runAndLearnShape(Map<String, OnnxTensor> inputs, long[] shape) throws OrtException {
        try (OrtSession.Result result = shared.session().run(inputs, Set.of(manifest.outputTensor()))) {
            OnnxTensor tensor = (OnnxTensor) result.get(0);
            long[] found = tensor.getInfo().getShape();
            long[] wanted = signature.outputShape().clone();
            wanted[0] = shape[0];
            if (!SignatureCheck.fits(found, wanted)) {
                throw new UnusableModelException(List.of(
                        "model %s: output tensor \"%s\" must have shape %s (-1 is any), but has %s. Maybe correct output or labels in the manifest."
                                .formatted(
                                        manifest.id(),
                                        manifest.outputTensor(),
                                        Arrays.toString(wanted),
                                        Arrays.toString(found))));
            }
            FloatBuffer values = tensor.getFloatBuffer();
            if (output.limit() != values.remaining()) {
                output = ByteBuffer.allocateDirect(Math.multiplyExact(values.remaining(), Float.BYTES))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
            }
            output.put(0, values, 0, values.remaining());
            outputShape = found;
            inputShape = shape;
        }
    }
}
