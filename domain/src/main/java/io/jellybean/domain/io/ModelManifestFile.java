package io.jellybean.domain.io;

import io.jellybean.domain.Interval;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.ModelTask;
import java.nio.file.Path;
import java.util.Optional;

/** The manifest of an ONNX model, {@code jellybean-model/1}. */
public final class ModelManifestFile {

    static final String FORMAT = "jellybean-model/1";

    private ModelManifestFile() {}

    /**
     * Reads a manifest.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static ModelManifest read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** Reads a manifest from text; {@code name} stands in the errors. */
    public static ModelManifest parse(String name, String text) {
        return FieldReader.readFile(name, text, ModelManifestFile::manifest);
    }

    private static Optional<ModelManifest> manifest(FieldReader fields) {
        Formats.require(fields, FORMAT);
        ModelTask task = fields.oneOf("task", ModelTask.class);
        String id = fields.text("id");
        String file = fields.text("file");
        String sha256 = fields.text("sha256");
        Optional<MeasuredAccuracy> accuracy = fields.object("measured", ModelManifestFile::measured);
        // What a person wants to know of a model, but no code needs.
        fields.has("sizeBytes");
        fields.has("training");
        ModelFields.Reader reader = ModelFields.of(task, fields);
        return fields.build(() -> reader.manifest(new ModelFile(id, file, sha256, accuracy.orElseThrow())));
    }

    private static Optional<MeasuredAccuracy> measured(FieldReader fields) {
        String metric = fields.text("metric");
        double value = fields.number("value", Range.FRACTION);
        String set = fields.text("set", "");
        // Of speech, what a person wants to know beside it.
        fields.has("lexiconWer");
        fields.has("lexiconConfidence95");
        fields.has("wholeQuestions");
        // Of answers to questions.
        fields.has("kinds");
        fields.has("valueByKind");
        fields.has("chanceByKind");
        Interval confidence95 = fields.optionalInterval("confidence95");
        return fields.build(() -> new MeasuredAccuracy(metric, value, confidence95, set));
    }
}
