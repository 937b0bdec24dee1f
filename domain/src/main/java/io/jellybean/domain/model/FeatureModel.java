package io.jellybean.domain.model;

/** A network that turns an image into a map of features, for an {@link AnswerModel}. */
public record FeatureModel(ModelFile source, ImageInput input, String outputTensor) implements ImageModel {
    @Override
    public ModelTask task() {
        return ModelTask.EXTRACT;
    }
}
