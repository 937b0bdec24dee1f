package io.jellybean.domain.io;

import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.OutputDecoding;
import java.nio.file.Path;
import java.util.List;
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
        if (!fields.text("format").equals(FORMAT)) {
            fields.wrong("format", "must be \"%s\"".formatted(FORMAT));
        }
        String id = fields.text("id");
        String file = fields.text("file");
        String sha256 = fields.text("sha256");
        List<String> labels = fields.texts("labels");
        Optional<ImageInput> input = fields.object("input", ModelManifestFile::input);
        Optional<Output> output = fields.object("output", ModelManifestFile::output);
        Optional<MeasuredAccuracy> accuracy = fields.object("measured", ModelManifestFile::measured);
        // What a person wants to know of a model, but no code needs.
        fields.has("task");
        fields.has("sizeBytes");
        fields.has("training");
        return fields.build(() -> new ModelManifest(
                id,
                file,
                sha256,
                input.orElseThrow(),
                output.orElseThrow().tensor(),
                output.orElseThrow().decoding(),
                labels,
                accuracy.orElseThrow()));
    }

    private static Optional<ImageInput> input(FieldReader fields) {
        String tensor = fields.text("tensor");
        InputLayout layout = fields.oneOf("layout", InputLayout.class);
        int height = (int) fields.whole("height", 1, 4096);
        int width = (int) fields.whole("width", 1, 4096);
        int padding = (int) fields.whole("padding", 0, 255, 114);
        if (!fields.text("colour", "rgb").equals("rgb")) {
            fields.wrong("colour", "must be \"rgb\"");
        }
        return fields.build(() -> new ImageInput(tensor, layout, height, width, padding));
    }

    private static Optional<Output> output(FieldReader fields) {
        String tensor = fields.text("tensor");
        OutputDecoding decoding = fields.oneOf("decoding", OutputDecoding.class);
        return fields.build(() -> new Output(tensor, decoding));
    }

    private static Optional<MeasuredAccuracy> measured(FieldReader fields) {
        String metric = fields.text("metric");
        double value = fields.number("value", Range.FRACTION);
        String set = fields.text("set", "");
        fields.has("confidence95");
        return fields.build(() -> new MeasuredAccuracy(metric, value, set));
    }

    private record Output(String tensor, OutputDecoding decoding) {}
}
