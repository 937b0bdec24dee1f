package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Box;

/**
 * When a detection is of a vehicle that is followed already.
 *
 * @param leastIou 0..1; the least overlap of a detection with the place where its track is expected
 * @param appearanceWeight 0..1; what the likeness of embeddings counts beside the overlap, where both are known; at 0 looks
 *     count nothing at all
 * @param leastLikeness 0..1; vehicles that are less alike are two: one that leaves does not hand its track on to one that comes
 * @param mostOverlap 0..1; a detection that overlaps a vehicle seen in the same frame by more, and is not unlike it, is that
 *     vehicle once more and begins no track
 */
public record MatchRules(double leastIou, double appearanceWeight, double leastLikeness, double mostOverlap) {

    public MatchRules {
        check("leastIou", leastIou);
        check("appearanceWeight", appearanceWeight);
        check("leastLikeness", leastLikeness);
        check("mostOverlap", mostOverlap);
    }

    /** Likeness counts as much as overlap; what is less than .45 alike is another vehicle. */
    public static MatchRules defaults() {
        return new MatchRules(0.2, 0.5, 0.45, 0.4);
    }

    /**
     * What it is worth to continue a track with a detection: their overlap, or (1 - w) overlap + w likeness where both have
     * been embedded; 0 if they cannot be one vehicle.
     */
    double worth(TrackState expected, SeenVehicle vehicle) {
        double iou = expected.motion().box().iou(vehicle.detection().box());
        if (iou < leastIou || areUnlike(expected.appearance(), vehicle.embedding())) {
            return 0;
        }
        return areComparable(expected.appearance(), vehicle.embedding())
                ? (1 - appearanceWeight) * iou
                        + appearanceWeight * Appearance.likeness(expected.appearance(), vehicle.embedding())
                : iou;
    }

    /** Whether two detections of one frame are of one vehicle. */
    boolean areOne(SeenVehicle vehicle, SeenVehicle other) {
        Box box = vehicle.detection().box();
        return box.iou(other.detection().box()) > mostOverlap && !areUnlike(vehicle.embedding(), other.embedding());
    }

    private boolean areUnlike(float[] appearance, float[] other) {
        return areComparable(appearance, other) && Appearance.likeness(appearance, other) < leastLikeness;
    }

    private boolean areComparable(float[] appearance, float[] other) {
        return appearanceWeight > 0 && appearance.length > 0 && other.length > 0;
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("tracker: %s must be 0..1, but was %s".formatted(name, value));
        }
    }
}
