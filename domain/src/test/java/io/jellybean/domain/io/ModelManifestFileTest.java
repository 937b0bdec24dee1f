package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jellybean.domain.Interval;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.EmbeddingModel;
import io.jellybean.domain.model.FeatureModel;
import io.jellybean.domain.model.ImageFit;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.SpeechModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelManifestFileTest {

    private static final Path MODELS = Path.of("src/test/resources/models");

    @Test
    void readsADetectorThatAUserBrings() {
        DetectorModel yolo = (DetectorModel) read("detect");

        assertThat(yolo.input().layout()).isEqualTo(InputLayout.FLOAT_NCHW);
        assertThat(yolo.input().fit()).isEqualTo(ImageFit.LETTERBOX);
        assertThat(yolo.input().normalisation().mean()).containsExactly(0.4, 0.5, 0.6);
        assertThat(yolo.labels()).containsExactly("car", "bus");
        assertThat(yolo.accuracy().confidence95()).isEqualTo(new Interval(0.89, 0.93));
    }

    @Test
    void readsOneModelOfEachOtherTask() {
        assertThat(read("embed"))
                .isInstanceOfSatisfying(
                        EmbeddingModel.class,
                        model -> assertThat(model.input().fit()).isEqualTo(ImageFit.STRETCH));
        assertThat(read("extract")).isInstanceOf(FeatureModel.class);
        assertThat(read("recognise"))
                .isInstanceOfSatisfying(
                        SpeechModel.class, model -> assertThat(model.symbols()).containsExactly("", " ", "a", "b"));
        assertThat(read("answer")).isInstanceOfSatisfying(AnswerModel.class, model -> {
            assertThat(model.extractor()).isEqualTo("eyes");
            assertThat(model.words().vocabulary()).hasSize(4);
            assertThat(model.features().channels()).isEqualTo(32);
        });
    }

    @Test
    void reportsAllMistakesOfAFileAtOnce() throws IOException {
        String text = Files.readString(MODELS.resolve("answer.json"))
                .replace("\"channels\": 32", "\"channels\": 0")
                .replace("\"length\": 12,", "")
                .replace("\"classes\"", "\"yolov8\"")
                .replace("\"value\": 0.91", "\"value\": 91")
                .replace("\"features\": \"eyes\",", "");

        BadInputException bad =
                catchThrowableOfType(BadInputException.class, () -> ModelManifestFile.parse("mind.json", text));

        assertThat(bad.mistakes())
                .extracting(Mistake::field)
                .contains("input.channels", "input.words.length", "output.decoding", "measured.value", "features");
        assertThat(bad).hasMessageContaining("must be \"classes\" here, but is \"yolov8\"");
    }

    @Test
    void refusesWhatTheLayoutDoesNotHave() throws IOException {
        String text = Files.readString(MODELS.resolve("detect.json")).replace("float-nchw", "uint8-nhwc");

        BadInputException bad =
                catchThrowableOfType(BadInputException.class, () -> ModelManifestFile.parse("yolo.json", text));

        assertThat(bad).hasMessageContaining("mean and std").hasMessageContaining("float-nchw");
    }

    @Test
    void wantsTheBlankAndPaddingWhereTheContractHasThem() throws IOException {
        String speech = Files.readString(MODELS.resolve("recognise.json")).replaceFirst("\"\",", "");
        String answer = Files.readString(MODELS.resolve("answer.json")).replace("\"?\"", "\"unknown\"");

        assertThat(catchThrowableOfType(BadInputException.class, () -> ModelManifestFile.parse("s.json", speech)))
                .hasMessageContaining("blank");
        assertThat(catchThrowableOfType(BadInputException.class, () -> ModelManifestFile.parse("a.json", answer)))
                .hasMessageContaining("words.vocabulary");
    }

    private static ModelManifest read(String task) {
        ModelManifest manifest = ModelManifestFile.read(MODELS.resolve(task + ".json"));
        assertThat(List.of(manifest.task().name().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(task);
        return manifest;
    }
}
