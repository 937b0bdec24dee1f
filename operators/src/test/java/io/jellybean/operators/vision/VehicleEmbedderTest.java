package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.EmbeddingModel;
import io.jellybean.domain.model.ImageFit;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.Normalisation;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VehicleEmbedderTest {

    private static final Offset<Float> ABOUT = within(0.05f);

    private final FirstPixel network = new FirstPixel(ImageFit.STRETCH);

    @Test
    void givesEachVehicleAnEmbeddingOfLengthOneInTheirOrder() throws RejectedFrameException {
        // given
        List<byte[]> crops = List.of(Jpegs.plain(12, 12, Color.RED), Jpegs.plain(20, 30, Color.BLUE));
        VehicleEmbedder embedder = new VehicleEmbedder(network, 4, JpegLimits.defaults());

        // when
        List<float[]> embeddings = embedder.embed(crops);

        // then
        assertThat(embeddings.get(0)).containsExactly(new float[] {1, 0, 0}, ABOUT);
        assertThat(embeddings.get(1)).containsExactly(new float[] {0, 0, 1}, ABOUT);
    }

    @Test
    void moreVehiclesThanABatchHoldsTakeSeveral() throws RejectedFrameException {
        // given
        VehicleEmbedder embedder = new VehicleEmbedder(network, 4, JpegLimits.defaults());
        List<byte[]> crops = Collections.nCopies(10, Jpegs.plain(32, 32, Color.GREEN));

        // when
        List<float[]> embeddings = embedder.embed(crops);

        // then
        assertThat(embeddings).hasSize(10);
        assertThat(network.batches).containsExactly(4, 4, 2);
    }

    @Test
    void runsNothingWhereNothingIsToBeEmbedded() throws RejectedFrameException {
        VehicleEmbedder embedder = new VehicleEmbedder(network, 4, JpegLimits.defaults());

        assertThat(embedder.embed(List.of())).isEmpty();
        assertThat(network.batches).isEmpty();
    }

    @Test
    void rejectsACropThatIsNoPicture() {
        VehicleEmbedder embedder = new VehicleEmbedder(network, 4, JpegLimits.defaults());

        assertThatExceptionOfType(RejectedFrameException.class).isThrownBy(() -> embedder.embed(List.of(new byte[0])));
    }

    @Test
    void rejectsANetworkThatWantsLetterboxedPictures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VehicleEmbedder(new FirstPixel(ImageFit.LETTERBOX), 4, JpegLimits.defaults()))
                .withMessageContaining("input.fit");
    }

    /** The colour of a crop's first pixel, 0..255, as its embedding; its length is left to the embedder. */
    private static final class FirstPixel implements ImageInference {

        private static final int BYTES = 4 * 8 * 3;

        private final List<Integer> batches = new ArrayList<>();
        private final EmbeddingModel manifest;

        FirstPixel(ImageFit fit) {
            ImageInput input = new ImageInput("images", InputLayout.UINT8_NHWC, 4, 8, 114, fit, Normalisation.NONE);
            ModelFile file = new ModelFile(
                    "first-pixel", "first-pixel.onnx", "0".repeat(64), new MeasuredAccuracy("mAP", 0.5, "none"));
            this.manifest = new EmbeddingModel(file, input, "embedding");
        }

        @Override
        public ImageModel manifest() {
            return manifest;
        }

        @Override
        public InferenceOutput run(ByteBuffer images, int batch) {
            batches.add(batch);
            FloatBuffer values = FloatBuffer.allocate(3 * batch);
            for (int i = 0; i < 3 * batch; i++) {
                values.put(i, images.get(i / 3 * BYTES + i % 3) & 0xFF);
            }
            return new InferenceOutput(values, batch, 3, 1);
        }

        @Override
        public void close() {}
    }
}
