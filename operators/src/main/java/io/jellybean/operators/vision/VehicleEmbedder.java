package io.jellybean.operators.vision;

import io.jellybean.domain.model.EmbeddingModel;
import io.jellybean.domain.model.ImageFit;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * From pictures of vehicles to embeddings: pictures of the same vehicle have embeddings whose dot product is near 1,
 * whichever camera took them. Decodes, stretches and infers batch after batch. Buffers are reused from frame to frame:
 * one instance per thread. Closing it closes its inference.
 */
public final class VehicleEmbedder implements AutoCloseable {

    /** No network input is larger: every pixel is decoded, for marks are small. */
    private static final int EVERY_PIXEL = Integer.MAX_VALUE;

    private final EmbeddingModel manifest;
    private final ImageInference inference;
    private final StretchedCrops stretched;
    private final JpegDecoder jpegDecoder;

    /**
     * An embedder that takes the inference over.
     *
     * @param mostCrops the greatest batch that is given to the network, 1 or more; more vehicles take several batches
     * @throws IllegalArgumentException if the network is not an embedding of stretched crops
     */
    public VehicleEmbedder(ImageInference inference, int mostCrops, JpegLimits limits) {
        if (!(inference.manifest() instanceof EmbeddingModel model)) {
            throw new IllegalArgumentException("model %s: its task must be embed, but is %s"
                    .formatted(inference.manifest().id(), inference.manifest().task()));
        }
        if (model.input().fit() != ImageFit.STRETCH) {
            throw new IllegalArgumentException(
                    "model %s: crops of vehicles are stretched, but the manifest says another input.fit. Maybe add \"fit\": \"stretch\"."
                            .formatted(model.id()));
        }
        this.manifest = model;
        this.inference = inference;
        this.stretched = new StretchedCrops(inference.manifest().input(), mostCrops);
        this.jpegDecoder = new JpegDecoder(limits);
    }

    /** What runs here. */
    public EmbeddingModel manifest() {
        return manifest;
    }

    /**
     * Embeds the vehicles of one frame.
     *
     * @param crops a JPEG of each, such as {@link CropEncoder} makes them
     * @return for each an embedding of length 1, {@code float32 [dimensions]}, in their order
     * @throws RejectedFrameException if a picture cannot be used; the next frame can be tried
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public List<float[]> embed(List<byte[]> crops) throws RejectedFrameException {
        List<float[]> embeddings = new ArrayList<>(crops.size());
        for (int start = 0; start < crops.size(); start += stretched.mostCrops()) {
            List<byte[]> batch = crops.subList(start, Math.min(start + stretched.mostCrops(), crops.size()));
            for (int i = 0; i < batch.size(); i++) {
                stretched.draw(jpegDecoder.decode(batch.get(i), EVERY_PIXEL, EVERY_PIXEL), i);
            }
            InferenceOutput output = inference.run(stretched.tensor(), batch.size());
            for (int i = 0; i < batch.size(); i++) {
                embeddings.add(normalised(output, i));
            }
        }
        return embeddings;
    }

    @Override
    public void close() {
        jpegDecoder.close();
        inference.close();
    }

    /** A network of a user's own may leave the length to us; one that gives nothing but zeros gives a zero vector. */
    private static float[] normalised(InferenceOutput output, int item) {
        float[] embedding = new float[output.rows() * output.columns()];
        output.values().get(item * embedding.length, embedding);
        double squares = 0;
        for (float value : embedding) {
            squares += value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] *= scale;
        }
        return embedding;
    }
}
