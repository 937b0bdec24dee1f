package io.jellybean.operators.onnx;

import io.jellybean.domain.model.ModelManifest;

/** Manifests and ONNX files, wherever they lie. Thread-safe. */
public interface ModelFiles {

    /**
     * The manifest of a variant.
     *
     * @throws IllegalArgumentException if there is none
     * @throws io.jellybean.domain.io.BadInputException if it cannot be read
     */
    ModelManifest manifest(String variant);

    /**
     * The content of the file that a manifest names.
     *
     * @throws io.jellybean.operators.inference.UnusableModelException if there is no such file
     */
    byte[] onnx(ModelManifest manifest);
}
