package io.jellybean.cli.evaluate;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What combinations of variants share, each computed once for a street and kept: detections per detector, embeddings per
 * detector and embedder, features per extractor, texts per recogniser. All of these operators look at each item by itself.
 */
final class SharedResults {

    private static final String NOT_UNDERSTOOD = "";

    private final Networks networks;
    private final ResultCache cache;
    private final Effort effort;

    SharedResults(Networks networks, ResultCache cache, Effort effort) {
        this.networks = networks;
        this.cache = cache;
        this.effort = effort;
    }

    /** In the order of the street's frames. */
    List<DetectedFrame> detections(String detector, LabelledStreet street) {
        byte[] lines = cache.get(key("detect", street.sha256(), detector), () -> effort.spend(detector, () -> {
            try (VehicleDetector vehicles = ServedOperators.detector(networks, detector)) {
                StringBuilder text = new StringBuilder();
                for (LabelledFrame labelled : street.frames()) {
                    text.append(json(detected(vehicles, labelled.frame()))).append('\n');
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        }));
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> ResultJson.DETECTED_FRAME.decode(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** For each frame one for each detection. */
    List<List<float[]>> embeddings(String detector, String embedder, LabelledStreet street) {
        List<DetectedFrame> detections = detections(detector, street);
        byte[] values = cache.get(
                key("embed", street.sha256(), detector, embedder), () -> effort.spend(embedder, () -> {
                    try (VehicleEmbedder looks = ServedOperators.embedder(networks, embedder)) {
                        List<float[]> all = new ArrayList<>();
                        for (int i = 0; i < detections.size(); i++) {
                            if (!detections.get(i).vehicles().isEmpty()) {
                                all.addAll(embedded(looks, street.frames().get(i).frame(), detections.get(i)));
                            }
                        }
                        return FloatVectors.encode(all);
                    }
                }));
        List<float[]> all = FloatVectors.decode(values);
        List<List<float[]>> byFrame = new ArrayList<>();
        int next = 0;
        for (DetectedFrame frame : detections) {
            byFrame.add(all.subList(next, next + frame.vehicles().size()));
            next += frame.vehicles().size();
        }
        return byFrame;
    }

    /** In the order of the street's frames; an empty one for a frame that cannot be used. */
    List<float[]> features(String extractor, LabelledStreet street) {
        return FloatVectors.decode(
                cache.get(key("extract", street.sha256(), extractor), () -> effort.spend(extractor, () -> {
                    try (FeatureExtractor eyes = ServedOperators.extractor(networks, extractor)) {
                        List<float[]> features = new ArrayList<>();
                        for (LabelledFrame frame : street.frames()) {
                            features.add(extracted(eyes, frame.frame()));
                        }
                        return FloatVectors.encode(features);
                    }
                })));
    }

    /** What is understood of each sound; an empty text where nothing is. */
    List<String> texts(String recogniser, List<byte[]> wavs, List<String> words) {
        String sounds = ResultCache.sha256(wavs.toArray(byte[][]::new));
        byte[] lines = cache.get(
                key("recognise", sounds + words, recogniser), () -> effort.spend(recogniser, () -> {
                    try (SpeechRecogniser ears = ServedOperators.recogniser(networks, recogniser, words)) {
                        StringBuilder text = new StringBuilder();
                        for (byte[] wav : wavs) {
                            text.append(understood(ears, wav)).append('\n');
                        }
                        return text.toString().getBytes(StandardCharsets.UTF_8);
                    }
                }));
        return List.of(new String(lines, StandardCharsets.UTF_8).split("\n", -1)).subList(0, wavs.size());
    }

    private List<String> key(String what, String on, String... variants) {
        List<String> key = new ArrayList<>(List.of(what, on, ServedOperators.fingerprint()));
        for (String variant : variants) {
            key.add(networks.manifest(variant).toString()); // with the hash of the file
        }
        return key;
    }

    private static DetectedFrame detected(VehicleDetector detector, Frame frame) {
        try {
            return VehicleSteps.detect(detector, frame);
        } catch (RejectedFrameException unusable) {
            return DetectedFrame.rejected(
                    frame.name().camera(), frame.name().number(), frame.name().capturedAtMillis());
        }
    }

    private static List<float[]> embedded(VehicleEmbedder embedder, Frame frame, DetectedFrame detected) {
        try {
            return VehicleSteps.embed(embedder, frame, detected);
        } catch (RejectedFrameException impossible) {
            throw new IllegalStateException("a frame with detections can be read", impossible);
        }
    }

    private static float[] extracted(FeatureExtractor extractor, Frame frame) {
        try {
            return extractor.extract(frame.jpeg());
        } catch (RejectedFrameException unusable) {
            return new float[0];
        }
    }

    private static String understood(SpeechRecogniser recogniser, byte[] wav) {
        try {
            return recogniser.recognise(wav).text();
        } catch (RejectedSpeechException unusable) {
            return NOT_UNDERSTOOD;
        }
    }

    private static String json(DetectedFrame frame) {
        return new String(ResultJson.DETECTED_FRAME.encode(frame), StandardCharsets.UTF_8);
    }
}
