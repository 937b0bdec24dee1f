package io.jellybean.operators.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.UnusableModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a network's tensors with its manifest, before anything is run, and reports all differences at once. */
final class SignatureCheck {

    private final ModelManifest manifest;
    private final List<String> differences = new ArrayList<>();
    private long fixedBatch = TensorSpec.ANY;

    private SignatureCheck(ModelManifest manifest) {
        this.manifest = manifest;
    }

    /**
     * The network's signature.
     *
     * @throws UnusableModelException if it is not the manifest's
     */
    static Signature check(ModelManifest manifest, OrtSession session) {
        return new SignatureCheck(manifest).check(session);
    }

    private Signature check(OrtSession session) {
        NetworkSpec wanted = NetworkSpec.of(manifest);
        try {
            for (TensorSpec input : wanted.inputs()) {
                check("input", input, session.getInputInfo()).ifPresent(this::noteBatch);
            }
            if (session.getNumInputs() > wanted.inputs().size()) {
                differences.add(
                        "model %s: only %s can be fed, but the inputs are %s. Maybe export it without the others."
                                .formatted(
                                        manifest.id(),
                                        wanted.inputs().stream()
                                                .map(TensorSpec::name)
                                                .toList(),
                                        session.getInputNames()));
            }
            check("output", wanted.output(), session.getOutputInfo());
        } catch (OrtException e) {
            throw new UnusableModelException(
                    "model %s: its tensors cannot be read: %s".formatted(manifest.id(), e.getMessage()), e);
        }
        if (!differences.isEmpty()) {
            throw new UnusableModelException(differences);
        }
        return new Signature(wanted.output().shape(), fixedBatch == TensorSpec.ANY ? 0 : (int) fixedBatch);
    }

    private void noteBatch(TensorInfo input) {
        if (input.getShape().length > 0 && input.getShape()[0] != TensorSpec.ANY) {
            fixedBatch = input.getShape()[0];
        }
    }

    private Optional<TensorInfo> check(String kind, TensorSpec wanted, Map<String, NodeInfo> infoByName) {
        NodeInfo found = infoByName.get(wanted.name());
        if (found == null) {
            differences.add(
                    "model %s: %s tensor \"%s\" is expected, but there is only %s. Maybe correct %s.tensor in the manifest."
                            .formatted(manifest.id(), kind, wanted.name(), infoByName.keySet(), kind));
            return Optional.empty();
        }
        if (found.getInfo() instanceof TensorInfo info) {
            compare(kind, wanted, info);
            return Optional.of(info);
        }
        differences.add("model %s: %s \"%s\" must be a tensor, but is %s. Maybe name another in %s.tensor."
                .formatted(manifest.id(), kind, wanted.name(), found.getInfo(), kind));
        return Optional.empty();
    }

    private void compare(String kind, TensorSpec wanted, TensorInfo found) {
        if (found.type != wanted.type()) {
            differences.add(
                    "model %s: %s tensor \"%s\" must have type %s, but has %s. Maybe export it anew with a cast."
                            .formatted(manifest.id(), kind, wanted.name(), wanted.type(), found.type));
        }
        if (!fits(found.getShape(), wanted.shape())) {
            differences.add(
                    "model %s: %s tensor \"%s\" must have shape %s (-1 is any), but has %s. Maybe correct %s in the manifest."
                            .formatted(
                                    manifest.id(),
                                    kind,
                                    wanted.name(),
                                    Arrays.toString(wanted.shape()),
                                    Arrays.toString(found.getShape()),
                                    wanted.manifestFields()));
        }
    }

    /** Whether a shape is as it must be, as far as both are known. */
    static boolean fits(long[] found, long[] wanted) {
        if (found.length != wanted.length) {
            return false;
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] != TensorSpec.ANY && wanted[i] != TensorSpec.ANY && found[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
