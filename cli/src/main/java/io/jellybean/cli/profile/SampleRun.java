package io.jellybean.cli.profile;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the operators before one make of the sample, so that it can be measured alone. Each variant looks at it once. */
final class SampleRun {

    private final Networks networks;
    private final List<Frame> frames;
    private final boolean cropped;
    private final Map<String, List<CroppedFrame>> framesByDetector = new HashMap<>();
    private final Map<List<String>, List<List<float[]>>> embeddingsByVariants = new HashMap<>();
    private final Map<String, Integer> lengthByEmbedder = new HashMap<>();
    private final Map<String, List<float[]>> featuresByExtractor = new HashMap<>();

    /**
     * @param cropped whether the workflow's detectors cut out vehicles
     */
    SampleRun(Networks networks, SampleFrames sample, boolean cropped) {
        this.networks = networks;
        this.cropped = cropped;
        this.frames = sample.frames();
    }

    /** What a detector sees in each frame. */
    List<DetectedFrame> detections(String detector) {
        return frames(detector).stream().map(CroppedFrame::detected).toList();
    }

    /** The same as it leaves the detector, with the crops that its workflow needs. */
    List<CroppedFrame> frames(String detector) {
        return framesByDetector.computeIfAbsent(detector, variant -> {
            try (VehicleDetector vehicles = open(variant)) {
                List<CroppedFrame> seen = new ArrayList<>();
                for (Frame frame : frames) {
                    seen.add(VehicleSteps.detect(vehicles, frame));
                }
                return seen;
            } catch (RejectedFrameException unusable) {
                throw unusable(unusable);
            }
        });
    }

    /** A detector as the workflow has it. */
    VehicleDetector open(String detector) {
        return cropped
                ? ServedOperators.croppingDetector(networks, detector)
                : ServedOperators.detector(networks, detector);
    }

    /** The embeddings of what a detector sees in each frame. */
    List<List<float[]>> embeddings(String detector, String embedder) {
        return embeddingsByVariants.computeIfAbsent(List.of(detector, embedder), variants -> {
            try (VehicleEmbedder looks = ServedOperators.embedder(networks, embedder)) {
                List<List<float[]>> embeddings = new ArrayList<>();
                for (CroppedFrame frame : frames(detector)) {
                    embeddings.add(VehicleSteps.embed(looks, frame));
                }
                return embeddings;
            } catch (RejectedFrameException unusable) {
                throw unusable(unusable);
            }
        });
    }

    /** How many numbers describe a vehicle; 0 if the detector sees none in any frame. */
    int embeddingLength(String detector, String embedder) {
        return lengthByEmbedder.computeIfAbsent(embedder, variant -> {
            try (VehicleEmbedder looks = ServedOperators.embedder(networks, variant)) {
                for (CroppedFrame frame : frames(detector)) {
                    if (!frame.crops().isEmpty()) {
                        return VehicleSteps.embed(looks, frame).get(0).length;
                    }
                }
                return 0;
            } catch (RejectedFrameException unusable) {
                throw unusable(unusable);
            }
        });
    }

    /** The features of each frame. */
    List<float[]> features(String extractor) {
        return featuresByExtractor.computeIfAbsent(extractor, variant -> {
            try (FeatureExtractor eyes = ServedOperators.extractor(networks, variant)) {
                List<float[]> features = new ArrayList<>();
                for (Frame frame : frames) {
                    features.add(eyes.extract(frame.jpeg()));
                }
                return features;
            } catch (RejectedFrameException unusable) {
                throw unusable(unusable);
            }
        });
    }

    private static IllegalArgumentException unusable(RejectedFrameException unusable) {
        return new IllegalArgumentException("a sample frame is unusable: " + unusable.getMessage(), unusable);
    }
}
