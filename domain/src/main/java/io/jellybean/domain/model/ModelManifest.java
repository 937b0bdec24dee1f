package io.jellybean.domain.model;

import java.util.List;

/**
 * Everything JellyBean needs to know of an ONNX file in order to run it; a user who brings a network writes just this.
 *
 * @param id the name of the variant, unique in a workflow
 * @param file the ONNX file, beside the manifest
 * @param sha256 of the ONNX file, 64 lower-case hexadecimal digits
 * @param outputTensor the name of the output in the ONNX file
 * @param labels the classes, in the order of the output
 * @param accuracy what was measured on data that no training saw
 */
public record ModelManifest(
        String id,
        String file,
        String sha256,
        ImageInput input,
        String outputTensor,
        OutputDecoding decoding,
        List<String> labels,
        MeasuredAccuracy accuracy) {
    public ModelManifest {
        labels = List.copyOf(labels);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "model %s: sha256 must be 64 lower-case hexadecimal digits, but was \"%s\"".formatted(id, sha256));
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("model %s: labels must name at least one class".formatted(id));
        }
        if (!file.matches("[A-Za-z0-9._-]+\\.onnx")) {
            throw new IllegalArgumentException(
                    "model %s: file must be the plain name of an .onnx file beside the manifest, but was \"%s\""
                            .formatted(id, file));
        }
    }
}
