package io.jellybean.operators.step;

import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.speech.SpeechDecoder;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.speech.WavLimits;
import io.jellybean.operators.vision.CropEncoder;
import io.jellybean.operators.vision.DetectionSettings;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.List;

/** Operators with the settings that they are served with. Each is for one thread, and to be closed. */
public final class ServedOperators {

    /** The tracker makes use of uncertain detections too, so the detector keeps them. */
    private static final DetectionSettings FOR_TRACKING =
            DetectionSettings.defaults().withScoreThreshold(0.1f);

    /** More vehicles of one frame take more than one run of the network. */
    public static final int MOST_CROPS = 8;

    private ServedOperators() {}

    /** All settings that decide what operators make of an item; results of other settings must not be taken for these. */
    public static String fingerprint() {
        return "%s %s %d %d %s"
                .formatted(
                        FOR_TRACKING, JpegLimits.defaults(), MOST_CROPS, CropEncoder.LONGEST_SIDE, CropEncoder.QUALITY);
    }

    /** A detector, before a tracker. */
    public static VehicleDetector detector(Networks networks, String variant) {
        return new VehicleDetector(networks.openImage(variant), FOR_TRACKING, JpegLimits.defaults());
    }

    /** A detector that also cuts out what it finds, before an embedder. */
    public static VehicleDetector croppingDetector(Networks networks, String variant) {
        return new VehicleDetector(networks.openImage(variant), FOR_TRACKING.withCrops(), JpegLimits.defaults());
    }

    /** What tells vehicles apart by their looks. */
    public static VehicleEmbedder embedder(Networks networks, String variant) {
        return embedder(networks, variant, MOST_CROPS);
    }

    /** As {@link #embedder(Networks, String)}, with so many crops at once. */
    public static VehicleEmbedder embedder(Networks networks, String variant, int mostCrops) {
        return new VehicleEmbedder(networks.openImage(variant), mostCrops, JpegLimits.defaults());
    }

    /** What describes a frame for a question. */
    public static FeatureExtractor extractor(Networks networks, String variant) {
        return new FeatureExtractor(networks.openImage(variant), JpegLimits.defaults());
    }

    /** What answers a question about a frame. */
    public static QuestionAnswerer answerer(Networks networks, String variant) {
        return new QuestionAnswerer(networks.openAnswers(variant));
    }

    /**
     * What writes down spoken questions.
     *
     * @param words that can be said, such as those that the network behind it knows; empty if any can
     */
    public static SpeechRecogniser recogniser(Networks networks, String variant, List<String> words) {
        AudioInference inference = networks.openAudio(variant);
        List<String> symbols = inference.manifest().symbols();
        return new SpeechRecogniser(
                inference,
                words.isEmpty() ? SpeechDecoder.greedy(symbols) : SpeechDecoder.ofWords(symbols, words),
                WavLimits.of(inference.manifest().input().sampleRate()));
    }
}
