package io.jellybean.cli.evaluate;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What combinations of variants share, each computed once for a street and kept: detections per detector, embeddings per
 * detector and embedder, features per extractor, texts per recogniser. All of these operators look at each item by itself.
 */
final class SharedResults {

    private static final String NOT_UNDERSTOOD = "";

    private final Networks networks;
    private final ResultCache cache;

    SharedResults(Networks networks, ResultCache cache) {
        this.networks = networks;
        this.cache = cache;
    }

    /** In the order of the street's frames, of a detector with no embedder behind it: without crops. */
    List<CroppedFrame> detections(String detector, LabelledStreet street) {
        return detections("detect", detector, street, () -> ServedOperators.detector(networks, detector));
    }

    /** In the order of the street's frames, with crops for an embedder. */
    List<CroppedFrame> crops(String detector, LabelledStreet street) {
        return detections("crop", detector, street, () -> ServedOperators.croppingDetector(networks, detector));
    }

    private List<CroppedFrame> detections(
            String what, String detector, LabelledStreet street, Supplier<VehicleDetector> open) {
        return CroppedFrames.decode(cache.get(List.of(detector), key(what, street.sha256(), detector), () -> {
            try (VehicleDetector vehicles = open.get()) {
                return CroppedFrames.encode(street.frames().stream()
                        .map(labelled -> detected(vehicles, labelled.frame()))
                        .toList());
            }
        }));
    }

    /** For each frame one for each detection. */
    List<List<float[]>> embeddings(String detector, String embedder, LabelledStreet street) {
        List<CroppedFrame> frames = crops(detector, street);
        byte[] values =
                cache.get(List.of(detector, embedder), key("embed", street.sha256(), detector, embedder), () -> {
                    try (VehicleEmbedder looks = ServedOperators.embedder(networks, embedder)) {
                        List<float[]> all = new ArrayList<>();
                        frames.forEach(frame -> all.addAll(embedded(looks, frame)));
                        return FloatVectors.encode(all);
                    }
                });
        List<float[]> all = FloatVectors.decode(values);
        List<List<float[]>> byFrame = new ArrayList<>();
        int next = 0;
        for (CroppedFrame frame : frames) {
            byFrame.add(all.subList(next, next + frame.crops().size()));
            next += frame.crops().size();
        }
        return byFrame;
    }

    /** In the order of the street's frames; an empty one for a frame that cannot be used. */
    List<float[]> features(String extractor, LabelledStreet street) {
        return FloatVectors.decode(cache.get(List.of(extractor), key("extract", street.sha256(), extractor), () -> {
            try (FeatureExtractor eyes = ServedOperators.extractor(networks, extractor)) {
                List<float[]> features = new ArrayList<>();
                for (LabelledFrame frame : street.frames()) {
                    features.add(extracted(eyes, frame.frame()));
                }
                return FloatVectors.encode(features);
            }
        }));
    }

    /** What is understood of each sound; an empty text where nothing is. */
    List<String> texts(String recogniser, List<byte[]> wavs, List<String> words) {
        String sounds = ResultCache.sha256(wavs.toArray(byte[][]::new));
        byte[] lines = cache.get(List.of(recogniser), key("recognise", sounds + words, recogniser), () -> {
            try (SpeechRecogniser ears = ServedOperators.recogniser(networks, recogniser, words)) {
                StringBuilder text = new StringBuilder();
                for (byte[] wav : wavs) {
                    text.append(understood(ears, wav)).append('\n');
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        });
        return List.of(new String(lines, StandardCharsets.UTF_8).split("\n", -1))
                .subList(0, wavs.size());
    }

    private List<String> key(String what, String on, String... variants) {
        List<String> key = new ArrayList<>(List.of(what, on, ServedOperators.fingerprint()));
        for (String variant : variants) {
            key.add(networks.manifest(variant).toString()); // with the hash of the file
        }
        return key;
    }

    private static CroppedFrame detected(VehicleDetector detector, Frame frame) {
        try {
            return VehicleSteps.detect(detector, frame);
        } catch (RejectedFrameException unusable) {
            DetectedFrame nothing = DetectedFrame.rejected(
                    frame.name().camera(), frame.name().number(), frame.name().capturedAtMillis());
            return new CroppedFrame(nothing, List.of());
        }
    }

    private static List<float[]> embedded(VehicleEmbedder embedder, CroppedFrame frame) {
        try {
            return VehicleSteps.embed(embedder, frame);
        } catch (RejectedFrameException impossible) {
            throw new IllegalStateException("a crop of our own can be read", impossible);
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
}
