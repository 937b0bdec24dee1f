package io.jellybean.operators.onnx;

import static io.jellybean.operators.onnx.TensorSpec.ANY;

import ai.onnxruntime.OnnxJavaType;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.EmbeddingModel;
import io.jellybean.domain.model.FeatureModel;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.SpeechModel;
import java.util.List;

/** The tensors that a network must have to be what its manifest says; it may have more outputs, but no more inputs. */
record NetworkSpec(List<TensorSpec> inputs, TensorSpec output) {

    private static final String IMAGE_FIELDS = "input.height, width and layout";

    static NetworkSpec of(ModelManifest manifest) {
        if (manifest instanceof ImageModel model) {
            return new NetworkSpec(List.of(image(model.input())), output(model));
        }
        if (manifest instanceof SpeechModel model) {
            TensorSpec audio =
                    new TensorSpec(model.input().tensor(), OnnxJavaType.FLOAT, new long[] {ANY, ANY}, "input.layout");
            long[] logits = {ANY, ANY, model.symbols().size()};
            return new NetworkSpec(
                    List.of(audio), floats(model, logits, "labels (one for each symbol) and output.decoding"));
        }
        if (manifest instanceof AnswerModel model) {
            FeaturesInput map = model.features();
            long[] features = {ANY, map.channels(), map.rows(), map.columns()};
            long[] words = {ANY, model.words().length()};
            long[] answers = {ANY, model.answers().size()};
            return new NetworkSpec(
                    List.of(
                            new TensorSpec(
                                    map.tensor(), OnnxJavaType.FLOAT, features, "input.channels, rows and columns"),
                            new TensorSpec(model.words().tensor(), OnnxJavaType.INT64, words, "input.words.length")),
                    floats(model, answers, "labels (one for each answer) and output.decoding"));
        }
        throw new IllegalStateException("a manifest is of an image, speech or answer model, but this is " + manifest);
    }

    private static TensorSpec image(ImageInput input) {
        return input.layout() == InputLayout.UINT8_NHWC
                ? new TensorSpec(
                        input.tensor(),
                        OnnxJavaType.UINT8,
                        new long[] {ANY, input.height(), input.width(), 3},
                        IMAGE_FIELDS)
                : new TensorSpec(
                        input.tensor(),
                        OnnxJavaType.FLOAT,
                        new long[] {ANY, 3, input.height(), input.width()},
                        IMAGE_FIELDS);
    }

    private static TensorSpec output(ImageModel manifest) {
        if (manifest instanceof DetectorModel model) {
            long[] boxes = {ANY, DetectorModel.BOX_ROWS + model.labels().size(), ANY};
            return floats(model, boxes, "labels (rows are 4 + the number of labels) and output.decoding");
        }
        if (manifest instanceof EmbeddingModel model) {
            return floats(model, new long[] {ANY, ANY}, "output.decoding");
        }
        if (manifest instanceof FeatureModel model) {
            return floats(model, new long[] {ANY, ANY, ANY, ANY}, "output.decoding");
        }
        throw new IllegalStateException("an image model is a detector, an embedding or an extractor: " + manifest);
    }

    private static TensorSpec floats(ModelManifest manifest, long[] shape, String manifestFields) {
        return new TensorSpec(manifest.outputTensor(), OnnxJavaType.FLOAT, shape, manifestFields);
    }
}
