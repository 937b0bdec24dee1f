package io.jellybean.operators.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.operators.inference.UnusableModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a network's tensors with its manifest, before the first image, and reports all differences at once. */
final class SignatureCheck {

    /** What ONNX Runtime reports for a dimension that is known only when the network runs. */
    private static final long DYNAMIC = -1;

    private final ImageModel manifest;
    private final List<String> differences = new ArrayList<>();

    private SignatureCheck(ImageModel manifest) {
        this.manifest = manifest;
    }

    /**
     * The network's signature.
     *
     * @throws UnusableModelException if it is not the manifest's
     */
    static Signature check(ImageModel manifest, OrtSession session) {
        return new SignatureCheck(manifest).check(session);
    }

    private Signature check(OrtSession session) {
        ImageInput input = manifest.input();
        if (!(manifest instanceof DetectorModel detector)) {
            throw new UnusableModelException(List.of(
                    "model %s: a model of the task %s cannot be opened yet".formatted(manifest.id(), manifest.task())));
        }
        int rows = DetectorModel.BOX_ROWS + detector.labels().size();
        OnnxJavaType inputType = switch (input.layout()) {
            case UINT8_NHWC -> OnnxJavaType.UINT8;
            case FLOAT_NCHW -> OnnxJavaType.FLOAT;
        };
        long fixedBatch = DYNAMIC;
        try {
            Optional<TensorInfo> in = tensor("input", input.tensor(), session.getInputInfo());
            long[] inputShape = {DYNAMIC, input.height(), input.width(), 3};
            fixedBatch = in.map(found -> found.getShape().length > 0 ? found.getShape()[0] : DYNAMIC)
                    .orElse(DYNAMIC);
            in.ifPresent(found ->
                    compare("input", input.tensor(), found, inputType, inputShape, "input.height, width and layout"));
            if (session.getNumInputs() != 1) {
                differences.add(
                        "model %s: one input \"%s\" is expected, but there are %s. Maybe export it with the image alone."
                                .formatted(manifest.id(), input.tensor(), session.getInputNames()));
            }
            long[] outputShape = {DYNAMIC, rows, DYNAMIC};
            tensor("output", manifest.outputTensor(), session.getOutputInfo())
                    .ifPresent(found -> compare(
                            "output",
                            manifest.outputTensor(),
                            found,
                            OnnxJavaType.FLOAT,
                            outputShape,
                            "labels (rows are 4 + the number of labels) and output.decoding"));
        } catch (OrtException e) {
            throw new UnusableModelException(
                    "model %s: its tensors cannot be read: %s".formatted(manifest.id(), e.getMessage()), e);
        }
        if (!differences.isEmpty()) {
            throw new UnusableModelException(differences);
        }
        return new Signature(rows, fixedBatch == DYNAMIC ? 0 : (int) fixedBatch);
    }

    private Optional<TensorInfo> tensor(String kind, String name, Map<String, NodeInfo> infoByName) {
        NodeInfo found = infoByName.get(name);
        if (found == null) {
            differences.add(
                    "model %s: %s tensor \"%s\" is expected, but there is only %s. Maybe correct %s.tensor in the manifest."
                            .formatted(manifest.id(), kind, name, infoByName.keySet(), kind));
            return Optional.empty();
        }
        if (found.getInfo() instanceof TensorInfo info) {
            return Optional.of(info);
        }
        differences.add("model %s: %s \"%s\" must be a tensor, but is %s. Maybe name another in %s.tensor."
                .formatted(manifest.id(), kind, name, found.getInfo(), kind));
        return Optional.empty();
    }

    private void compare(
            String kind, String name, TensorInfo found, OnnxJavaType type, long[] shape, String manifestFields) {
        if (found.type != type) {
            differences.add(
                    "model %s: %s tensor \"%s\" must have type %s, but has %s. Maybe export it anew with a cast."
                            .formatted(manifest.id(), kind, name, type, found.type));
        }
        if (!fits(found.getShape(), shape)) {
            differences.add(
                    "model %s: %s tensor \"%s\" must have shape %s (-1 is any), but has %s. Maybe correct %s in the manifest."
                            .formatted(
                                    manifest.id(),
                                    kind,
                                    name,
                                    Arrays.toString(shape),
                                    Arrays.toString(found.getShape()),
                                    manifestFields));
        }
    }

    private static boolean fits(long[] found, long[] expected) {
        if (found.length != expected.length) {
            return false;
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] != DYNAMIC && expected[i] != DYNAMIC && found[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
