package io.jellybean.operators.inference;

import io.jellybean.domain.model.ModelManifest;

/** Where operators get their networks from, by the name of the variant. Thread-safe. */
public interface Networks {

    /**
     * What is known of a variant.
     *
     * @throws IllegalArgumentException if there is no such variant
     */
    ModelManifest manifest(String variant);

    /**
     * Opens a network that is fed with images, for one thread.
     *
     * @throws IllegalArgumentException if there is no such variant, or it is fed with something else
     * @throws UnusableModelException if the file is not as its manifest says
     * @throws ProviderUnavailableException if what is to do the arithmetic cannot be had here
     */
    ImageInference openImage(String variant);

    /** As {@link #openImage}, for a network that is fed with sound. */
    AudioInference openAudio(String variant);

    /** As {@link #openImage}, for a network that answers questions. */
    AnswerInference openAnswers(String variant);
}
