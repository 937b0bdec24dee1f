package io.jellybean.domain.model;

/**
 * Everything JellyBean needs to know of an ONNX file in order to run it; a user who brings a network writes just this.
 * Tensors are bound by the names that stand here, never by guessed ones.
 */
public sealed interface ModelManifest permits ImageModel, SpeechModel, AnswerModel {

    /** The file, and what was measured of it. */
    ModelFile source();

    /** What the network was trained to do. */
    ModelTask task();

    /** The name of the output in the ONNX file. */
    String outputTensor();

    /** The name of the variant, unique in a workflow. */
    default String id() {
        return source().id();
    }

    /** The ONNX file, beside the manifest. */
    default String file() {
        return source().file();
    }

    /** Of the ONNX file, 64 lower-case hexadecimal digits. */
    default String sha256() {
        return source().sha256();
    }

    /** What was measured on data that no training saw. */
    default MeasuredAccuracy accuracy() {
        return source().accuracy();
    }
}
