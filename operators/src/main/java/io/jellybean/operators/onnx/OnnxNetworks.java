package io.jellybean.operators.onnx;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.Networks;

/**
 * Networks that ONNX Runtime runs.
 *
 * @param provider what does the arithmetic
 */
public record OnnxNetworks(ModelFiles files, ExecutionProvider provider) implements Networks {

    @Override
    public ModelManifest manifest(String variant) {
        return files.manifest(variant);
    }

    @Override
    public ImageInference openImage(String variant) {
        if (manifest(variant) instanceof ImageModel model) {
            return OnnxModels.open(model, files.onnx(model), provider);
        }
        throw fedOtherwise(variant, "images");
    }

    @Override
    public AudioInference openAudio(String variant) {
        if (manifest(variant) instanceof SpeechModel model) {
            return OnnxModels.open(model, files.onnx(model), provider);
        }
        throw fedOtherwise(variant, "sound");
    }

    @Override
    public AnswerInference openAnswers(String variant) {
        if (manifest(variant) instanceof AnswerModel model) {
            return OnnxModels.open(model, files.onnx(model), provider);
        }
        throw fedOtherwise(variant, "features and words");
    }

    private IllegalArgumentException fedOtherwise(String variant, String wanted) {
        return new IllegalArgumentException(
                "model %s: it must be fed with %s, but its task is %s. Maybe correct the workflow."
                        .formatted(variant, wanted, manifest(variant).task()));
    }
}
