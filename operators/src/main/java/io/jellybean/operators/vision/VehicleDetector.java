package io.jellybean.operators.vision;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * From a JPEG to boxes in its pixels: decode as coarsely as the network allows, letterbox, infer, suppress overlaps, map
 * back. Buffers are reused from frame to frame: one instance per thread. Closing it closes its inference.
 */
public final class VehicleDetector implements AutoCloseable {

    private final DetectorModel manifest;
    private final ImageInference inference;
    private final JpegDecoder jpegDecoder;
    private final Letterbox letterbox;
    private final YoloV8Decoder outputDecoder;

    /**
     * A detector that takes the inference over.
     *
     * @throws IllegalArgumentException if the network is not a detector
     */
    public VehicleDetector(ImageInference inference, DetectionSettings settings, JpegLimits limits) {
        if (!(inference.manifest() instanceof DetectorModel model)) {
            throw new IllegalArgumentException("model %s: its task must be detect, but is %s"
                    .formatted(inference.manifest().id(), inference.manifest().task()));
        }
        this.manifest = model;
        this.inference = inference;
        this.jpegDecoder = new JpegDecoder(limits);
        this.letterbox = new Letterbox(manifest.input());
        this.outputDecoder = new YoloV8Decoder(manifest.labels().size(), settings);
    }

    /** What runs here; a detection's label is an index of its labels. */
    public DetectorModel manifest() {
        return manifest;
    }

    /**
     * Finds the vehicles of one frame.
     *
     * @throws RejectedFrameException if the frame cannot be used; the next one can be tried
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public DetectedFrame detect(byte[] jpeg) throws RejectedFrameException {
        RgbImage image = jpegDecoder.decode(
                jpeg, manifest.input().width(), manifest.input().height());
        LetterboxPlacement placement = letterbox.draw(image);
        InferenceOutput output = inference.run(letterbox.tensor(), 1);
        List<Detection> detections = new ArrayList<>();
        for (Detection found : outputDecoder.decode(output.values(), 0, output.columns())) {
            Box box = placement.toFrame(found.box());
            if (box.area() > 0) { // a box within the padding has nothing left
                detections.add(new Detection(box, found.label(), found.score()));
            }
        }
        return new DetectedFrame(image.sampling().frameWidth(), image.sampling().frameHeight(), detections);
    }

    @Override
    public void close() {
        jpegDecoder.close();
        inference.close();
    }
}
