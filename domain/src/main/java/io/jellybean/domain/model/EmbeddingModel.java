package io.jellybean.domain.model;

/** A network that turns the crop of a vehicle into a vector; crops of one vehicle are near each other. */
public record EmbeddingModel(ModelFile source, ImageInput input, String outputTensor) implements ImageModel {
    @Override
    public ModelTask task() {
        return ModelTask.EMBED;
    }
}
