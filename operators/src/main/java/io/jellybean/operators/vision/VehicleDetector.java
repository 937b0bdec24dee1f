package io.jellybean.operators.vision;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
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
    private ByteBuffer batch = ByteBuffer.allocateDirect(0);

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
        LetterboxPlacement placement = draw(jpeg);
        return found(inference.run(letterbox.tensor(), 1), 0, placement);
    }

    /**
     * Finds the vehicles of several frames in one run of the network.
     *
     * @return one for each frame, in their order
     * @throws RejectedFrameException if any of the frames cannot be used; none is looked at then
     * @throws io.jellybean.operators.inference.InferenceException if the network fails
     */
    public List<DetectedFrame> detect(List<byte[]> jpegs) throws RejectedFrameException {
        ByteBuffer images = batchOf(jpegs.size());
        List<LetterboxPlacement> placements = new ArrayList<>(jpegs.size());
        for (byte[] jpeg : jpegs) {
            placements.add(draw(jpeg));
            images.put(letterbox.tensor().duplicate().clear());
        }
        InferenceOutput output = inference.run(images, jpegs.size());
        List<DetectedFrame> frames = new ArrayList<>(jpegs.size());
        for (int i = 0; i < jpegs.size(); i++) {
            frames.add(found(output, i, placements.get(i)));
        }
        return frames;
    }

    private LetterboxPlacement draw(byte[] jpeg) throws RejectedFrameException {
        return letterbox.draw(jpegDecoder.decode(
                jpeg, manifest.input().width(), manifest.input().height()));
    }

    private ByteBuffer batchOf(int size) {
        int bytes = Math.multiplyExact(letterbox.tensor().capacity(), size);
        if (batch.capacity() < bytes) {
            batch = ByteBuffer.allocateDirect(bytes);
        }
        return batch.clear();
    }

    private DetectedFrame found(InferenceOutput output, int item, LetterboxPlacement placement) {
        List<Detection> detections = new ArrayList<>();
        for (Detection found : outputDecoder.decode(output.values(), item, output.columns())) {
            Box box = placement.toFrame(found.box());
            if (box.area() > 0) { // a box within the padding has nothing left
                detections.add(new Detection(box, found.label(), found.score()));
            }
        }
        return new DetectedFrame(
                placement.sampling().frameWidth(), placement.sampling().frameHeight(), detections);
    }

    @Override
    public void close() {
        jpegDecoder.close();
        inference.close();
    }
}
