package io.jellybean.domain.io;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.AudioInput;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.EmbeddingModel;
import io.jellybean.domain.model.FeatureModel;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.domain.model.ImageFit;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.ModelTask;
import io.jellybean.domain.model.Normalisation;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.domain.model.WordsInput;
import java.util.List;
import java.util.Optional;

/** The fields of a manifest that depend on the model's task. */
final class ModelFields {

    private static final int MOST_PIXELS = 4096;
    private static final int MOST_CELLS = 1_000_000;

    private ModelFields() {}

    /** Makes the manifest once all mistakes are noted and there are none. */
    interface Reader {
        ModelManifest manifest(ModelFile file);
    }

    /** Reads the fields of a task; the caller still has to end the object. */
    static Reader of(ModelTask task, FieldReader fields) {
        Optional<String> output = fields.object("output", object -> output(object, task));
        return switch (task) {
            case DETECT -> {
                Optional<ImageInput> input = fields.object("input", ModelFields::image);
                List<String> labels = fields.texts("labels");
                yield file -> new DetectorModel(file, input.orElseThrow(), output.orElseThrow(), labels);
            }
            case EMBED -> {
                Optional<ImageInput> input = fields.object("input", ModelFields::image);
                yield file -> new EmbeddingModel(file, input.orElseThrow(), output.orElseThrow());
            }
            case EXTRACT -> {
                Optional<ImageInput> input = fields.object("input", ModelFields::image);
                yield file -> new FeatureModel(file, input.orElseThrow(), output.orElseThrow());
            }
            case RECOGNISE -> {
                Optional<AudioInput> input = fields.object("input", ModelFields::audio);
                List<String> symbols = fields.texts("labels");
                yield file -> new SpeechModel(file, input.orElseThrow(), output.orElseThrow(), symbols);
            }
            case ANSWER -> {
                Optional<AnswerInputs> inputs = fields.object("input", ModelFields::answerInputs);
                String extractor = fields.text("features");
                List<String> answers = fields.texts("labels");
                yield file -> new AnswerModel(
                        file,
                        inputs.orElseThrow().features(),
                        inputs.orElseThrow().words(),
                        extractor,
                        output.orElseThrow(),
                        answers);
            }
        };
    }

    private static Optional<String> output(FieldReader fields, ModelTask task) {
        String tensor = fields.text("tensor");
        requireText(fields, "decoding", task.decoding());
        return fields.build(() -> tensor);
    }

    private static Optional<ImageInput> image(FieldReader fields) {
        String tensor = fields.text("tensor");
        InputLayout layout = fields.oneOf("layout", InputLayout.class);
        int height = (int) fields.whole("height", 1, MOST_PIXELS);
        int width = (int) fields.whole("width", 1, MOST_PIXELS);
        int padding = (int) fields.whole("padding", 0, 255, 114);
        ImageFit fit = fields.oneOf("fit", ImageFit.class, ImageFit.LETTERBOX);
        List<Double> mean = fields.has("mean") ? fields.numbers("mean", Range.ANY) : Normalisation.NONE.mean();
        List<Double> std = fields.has("std") ? fields.numbers("std", Range.POSITIVE) : Normalisation.NONE.std();
        if (!fields.text("colour", "rgb").equals("rgb")) {
            fields.wrong("colour", "must be \"rgb\"");
        }
        return fields.build(
                () -> new ImageInput(tensor, layout, height, width, padding, fit, new Normalisation(mean, std)));
    }

    private static Optional<AudioInput> audio(FieldReader fields) {
        String tensor = fields.text("tensor");
        requireText(fields, "layout", "float-pcm");
        int sampleRate = (int) fields.whole("sampleRate", 1_000, 192_000);
        return fields.build(() -> new AudioInput(tensor, sampleRate));
    }

    private record AnswerInputs(FeaturesInput features, WordsInput words) {}

    private static Optional<AnswerInputs> answerInputs(FieldReader fields) {
        String tensor = fields.text("tensor");
        requireText(fields, "layout", "features");
        int channels = (int) fields.whole("channels", 1, MOST_CELLS);
        int rows = (int) fields.whole("rows", 1, MOST_CELLS);
        int columns = (int) fields.whole("columns", 1, MOST_CELLS);
        Optional<WordsInput> words = fields.object("words", ModelFields::words);
        return fields.build(
                () -> new AnswerInputs(new FeaturesInput(tensor, channels, rows, columns), words.orElseThrow()));
    }

    private static Optional<WordsInput> words(FieldReader fields) {
        String tensor = fields.text("tensor");
        int length = (int) fields.whole("length", 1, 10_000);
        List<String> vocabulary = fields.texts("vocabulary");
        return fields.build(() -> new WordsInput(tensor, length, vocabulary));
    }

    /** Notes a mistake unless the field has the one value that it can have here. */
    private static void requireText(FieldReader fields, String key, String only) {
        String text = fields.text(key);
        if (!text.isEmpty() && !text.equals(only)) {
            fields.wrong(key, "must be \"%s\" here, but is \"%s\"".formatted(only, text));
        }
    }
}
