package io.jellybean.domain.model;

/** A network that is fed with images. */
public sealed interface ImageModel extends ModelManifest permits DetectorModel, EmbeddingModel, FeatureModel {

    /** The image tensor. */
    ImageInput input();
}
