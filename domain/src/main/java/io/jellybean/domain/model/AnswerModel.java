package io.jellybean.domain.model;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * A network that answers a question about an image's features.
 *
 * @param extractor the id of the {@link FeatureModel} that it was trained with; it can read no other's features
 * @param answers what it can answer, in the order of the output
 */
public record AnswerModel(
        ModelFile source,
        FeaturesInput features,
        WordsInput words,
        String extractor,
        String outputTensor,
        List<String> answers)
        implements ModelManifest {
    public AnswerModel {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("model %s: labels must name at least one answer".formatted(source.id()));
        }
        Require.text("model %s: features".formatted(source.id()), extractor);
        Require.distinct("model %s: labels".formatted(source.id()), answers);
    }

    @Override
    public ModelTask task() {
        return ModelTask.ANSWER;
    }
}
