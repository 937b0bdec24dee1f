package io.jellybean.operators.questions;

import io.jellybean.domain.model.ImageModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.vision.JpegDecoder;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.Letterbox;
import io.jellybean.operators.vision.RejectedFrameException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * From a JPEG to the features of the whole frame: decode as coarsely as the network allows, letterbox, infer. Buffers are reused from
 * frame to frame: one instance per thread. Closing it closes its inference.
 */
public final class FeatureExtractor implements AutoCloseable {

    private final ImageModel manifest;
    private final ImageInference inference;
    private final JpegDecoder jpegDecoder;
    private final Letterbox letterbox;
    private ByteBuffer batch = ByteBuffer.allocateDirect(0);

    /** An extractor that takes the inference over. */
    public FeatureExtractor(ImageInference inference, JpegLimits limits) {
        this.manifest = inference.manifest();
        this.inference = inference;
        this.jpegDecoder = new JpegDecoder(limits);
        this.letterbox = new Letterbox(manifest.input());
    }

    /** What runs here. */
    public ImageModel manifest() {
        return manifest;
    }

    /**
     * The features of one frame.
     *
     * @return {@code float32 [channels, rows, columns]}; belongs to the caller
     * @throws RejectedFrameException if the frame cannot be used; the next one can be tried
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public float[] extract(byte[] jpeg) throws RejectedFrameException {
        draw(jpeg);
        return features(inference.run(letterbox.tensor(), 1), 0);
    }

    /**
     * The features of several frames, in one run of the network.
     *
     * @return those of each frame, in their order; they belong to the caller
     * @throws RejectedFrameException if any of the frames cannot be used; none is looked at then
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public List<float[]> extract(List<byte[]> jpegs) throws RejectedFrameException {
        int bytes = Math.multiplyExact(letterbox.tensor().capacity(), jpegs.size());
        if (batch.capacity() < bytes) {
            batch = ByteBuffer.allocateDirect(bytes);
        }
        batch.clear();
        for (byte[] jpeg : jpegs) {
            draw(jpeg);
            batch.put(letterbox.tensor().duplicate().clear());
        }
        InferenceOutput output = inference.run(batch, jpegs.size());
        List<float[]> features = new ArrayList<>(jpegs.size());
        for (int i = 0; i < jpegs.size(); i++) {
            features.add(features(output, i));
        }
        return features;
    }

    private void draw(byte[] jpeg) throws RejectedFrameException {
        letterbox.draw(jpegDecoder.decode(
                jpeg, manifest.input().width(), manifest.input().height()));
    }

    private static float[] features(InferenceOutput output, int item) {
        float[] features = new float[output.rows() * output.columns()];
        output.values().get(item * features.length, features);
        return features;
    }

    @Override
    public void close() {
        jpegDecoder.close();
        inference.close();
    }
}
