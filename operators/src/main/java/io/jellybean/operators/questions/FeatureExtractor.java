package io.jellybean.operators.questions;

import io.jellybean.domain.model.ImageModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.vision.JpegDecoder;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.Letterbox;
import io.jellybean.operators.vision.RejectedFrameException;

/**
 * From a JPEG to the features of the whole frame: decode as coarsely as the network allows, letterbox, infer. Buffers are reused from
 * frame to frame: one instance per thread. Closing it closes its inference.
 */
public final class FeatureExtractor implements AutoCloseable {

    private final ImageModel manifest;
    private final ImageInference inference;
    private final JpegDecoder jpegDecoder;
    private final Letterbox letterbox;

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
        letterbox.draw(jpegDecoder.decode(
                jpeg, manifest.input().width(), manifest.input().height()));
        InferenceOutput output = inference.run(letterbox.tensor(), 1);
        float[] features = new float[output.rows() * output.columns()];
        output.values().get(0, features);
        return features;
    }

    @Override
    public void close() {
        jpegDecoder.close();
        inference.close();
    }
}
