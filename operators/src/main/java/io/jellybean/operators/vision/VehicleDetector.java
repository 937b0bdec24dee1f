package io.jellybean.operators.vision;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a JPEG to boxes in its pixels: decode as coarsely as the network allows, letterbox, infer, suppress overlaps, map
 * back. Where vehicles are to be cut out, every pixel is decoded. Buffers are reused from frame to frame: one instance per thread. Closing it closes its inference.
 */
public final class VehicleDetector implements AutoCloseable {

    /** No network input is larger. */
    private static final int EVERY_PIXEL = Integer.MAX_VALUE;

    private final DetectorModel manifest;
    private final ImageInference inference;
    private final JpegDecoder jpegDecoder;
    private final Letterbox letterbox;
    private final YoloV8Decoder outputDecoder;
    private final @Nullable CropEncoder cropEncoder;
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
        this.cropEncoder = settings.crops() ? new CropEncoder() : null;
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
        RgbImage image = decode(jpeg);
        LetterboxPlacement placement = draw(image);
        return found(inference.run(letterbox.tensor(), 1), 0, placement, image);
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
        List<RgbImage> pictures = new ArrayList<>(jpegs.size());
        for (byte[] jpeg : jpegs) {
            RgbImage image = decode(jpeg);
            placements.add(draw(image));
            pictures.add(cropEncoder == null ? image : image.copy());
            images.put(letterbox.tensor().duplicate().clear());
        }
        InferenceOutput output = inference.run(images, jpegs.size());
        List<DetectedFrame> frames = new ArrayList<>(jpegs.size());
        for (int i = 0; i < jpegs.size(); i++) {
            frames.add(found(output, i, placements.get(i), pictures.get(i)));
        }
        return frames;
    }

    private RgbImage decode(byte[] jpeg) throws RejectedFrameException {
        return cropEncoder == null
                ? jpegDecoder.decode(
                        jpeg, manifest.input().width(), manifest.input().height())
                : jpegDecoder.decode(jpeg, EVERY_PIXEL, EVERY_PIXEL);
    }

    /** The network sees the same pixels whether vehicles are cut out or not. */
    private LetterboxPlacement draw(RgbImage image) {
        return letterbox.draw(image.sampled(Sampling.forInput(
                image.sampling().frameWidth(),
                image.sampling().frameHeight(),
                manifest.input().width(),
                manifest.input().height())));
    }

    private ByteBuffer batchOf(int size) {
        int bytes = Math.multiplyExact(letterbox.tensor().capacity(), size);
        if (batch.capacity() < bytes) {
            batch = ByteBuffer.allocateDirect(bytes);
        }
        return batch.clear();
    }

    private DetectedFrame found(InferenceOutput output, int item, LetterboxPlacement placement, RgbImage image) {
        List<Detection> detections = new ArrayList<>();
        List<byte[]> crops = new ArrayList<>();
        for (Detection found : outputDecoder.decode(output.values(), item, output.columns())) {
            Box box = placement.toFrame(found.box());
            if (box.area() > 0) { // a box within the padding has nothing left
                detections.add(new Detection(box, found.label(), found.score()));
                if (cropEncoder != null) {
                    crops.add(cropEncoder.encode(image, box));
                }
            }
        }
        return new DetectedFrame(
                placement.sampling().frameWidth(), placement.sampling().frameHeight(), detections, crops);
    }

    @Override
    public void close() {
        jpegDecoder.close();
        if (cropEncoder != null) {
            cropEncoder.close();
        }
        inference.close();
    }
}
