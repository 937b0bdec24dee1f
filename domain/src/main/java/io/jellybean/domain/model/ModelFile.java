package io.jellybean.domain.model;

import io.jellybean.domain.Require;

/**
 * An ONNX file by name and content.
 *
 * @param id the name of the variant, unique in a workflow
 * @param file the plain name of the ONNX file, beside the manifest
 * @param sha256 of the ONNX file, 64 lower-case hexadecimal digits
 * @param accuracy what was measured on data that no training saw
 */
public record ModelFile(String id, String file, String sha256, MeasuredAccuracy accuracy) {
    public ModelFile {
        Require.text("model id", id);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "model %s: sha256 must be 64 lower-case hexadecimal digits, but was \"%s\"".formatted(id, sha256));
        }
        if (!file.matches("[A-Za-z0-9._-]+\\.onnx")) {
            throw new IllegalArgumentException(
                    "model %s: file must be the plain name of an .onnx file beside the manifest, but was \"%s\""
                            .formatted(id, file));
        }
    }
}
