package io.jellybean.operators.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.domain.io.ModelManifestFile;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.ModelManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The tiny networks that stand beside {@code make_models.py}. */
final class TestModels {

    private TestModels() {}

    /** Each 8 x 8 cell of a 32 x 64 image is an anchor; classes "red" and "blue". */
    static DetectorModel redBlue() {
        return (DetectorModel) manifest("red-blue");
    }

    static ModelManifest manifest(String id) {
        return ModelManifestFile.parse(id + ".json", new String(bytes(id + ".json"), UTF_8));
    }

    static byte[] onnx(ModelManifest manifest) {
        return bytes(manifest.file());
    }

    static byte[] bytes(String file) {
        try (InputStream stream = TestModels.class.getResourceAsStream("/models/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DetectorModel withInput(DetectorModel manifest, ImageInput input) {
        return changed(manifest, manifest.sha256(), input, manifest.outputTensor(), manifest.labels());
    }

    static DetectorModel withOutput(DetectorModel manifest, String outputTensor) {
        return changed(manifest, manifest.sha256(), manifest.input(), outputTensor, manifest.labels());
    }

    static DetectorModel withLabels(DetectorModel manifest, String... labels) {
        return changed(manifest, manifest.sha256(), manifest.input(), manifest.outputTensor(), List.of(labels));
    }

    static DetectorModel withSha256(DetectorModel manifest, String sha256) {
        return changed(manifest, sha256, manifest.input(), manifest.outputTensor(), manifest.labels());
    }

    private static DetectorModel changed(
            DetectorModel manifest, String sha256, ImageInput input, String outputTensor, List<String> labels) {
        return new DetectorModel(
                new ModelFile(manifest.id(), manifest.file(), sha256, manifest.accuracy()),
                input,
                outputTensor,
                labels);
    }
}
