package io.jellybean.operators.tracking;

/**
 * When a track is born, continued and lost.
 *
 * @param highScore 0..1; detections from here on may begin a track; those below may only continue one
 * @param lowScore 0..highScore; detections below are ignored
 * @param leastIou 0..1; the least overlap of a detection with the place where its track is expected
 * @param hitsToConfirm frames in a row before a track is reported, 1 or more
 * @param maxMisses frames in a row without a detection that a confirmed track outlives, 0 or more
 * @param maxUnseenSeconds without a detection that a confirmed track outlives, 0 or more, however few frames came
 * @param maxTracks followed at once, 1 or more; beyond, nothing new is followed
 * @param appearanceWeight 0..1; what the likeness of embeddings counts beside the overlap, where both are known
 * @param noise of detections and motion
 */
public record TrackerSettings(
        float highScore,
        float lowScore,
        double leastIou,
        int hitsToConfirm,
        int maxMisses,
        double maxUnseenSeconds,
        int maxTracks,
        double appearanceWeight,
        MotionNoise noise) {
    public TrackerSettings {
        if (!(lowScore >= 0 && lowScore <= highScore && highScore <= 1)) {
            throw new IllegalArgumentException(
                    "tracker: 0 <= lowScore <= highScore <= 1 must hold, but they were %s and %s"
                            .formatted(lowScore, highScore));
        }
        if (!(leastIou >= 0 && leastIou <= 1)) {
            throw new IllegalArgumentException("tracker: leastIou must be 0..1, but was %s".formatted(leastIou));
        }
        if (!(appearanceWeight >= 0 && appearanceWeight <= 1)) {
            throw new IllegalArgumentException(
                    "tracker: appearanceWeight must be 0..1, but was %s".formatted(appearanceWeight));
        }
        if (hitsToConfirm < 1 || maxMisses < 0 || maxTracks < 1 || !(maxUnseenSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "tracker: hitsToConfirm and maxTracks must be >= 1, maxMisses and maxUnseenSeconds >= 0, but were %d, %d, %d, %s"
                            .formatted(hitsToConfirm, maxTracks, maxMisses, maxUnseenSeconds));
        }
    }

    /** Reported from the second frame on; lost after 15 frames or 3 seconds; at most 200 vehicles; likeness, if known, counts as much as overlap. */
    public static TrackerSettings defaults() {
        return new TrackerSettings(0.5f, 0.25f, 0.2, 2, 15, 3, 200, 0.5, MotionNoise.defaults());
    }

    /** The same with other scores. */
    public TrackerSettings withScores(float high, float low) {
        return new TrackerSettings(
                high, low, leastIou, hitsToConfirm, maxMisses, maxUnseenSeconds, maxTracks, appearanceWeight, noise);
    }

    /** The same with another number of frames before a track is reported. */
    public TrackerSettings withHitsToConfirm(int hits) {
        return new TrackerSettings(
                highScore, lowScore, leastIou, hits, maxMisses, maxUnseenSeconds, maxTracks, appearanceWeight, noise);
    }

    /** The same with other limits for lost tracks. */
    public TrackerSettings withPatience(int misses, double unseenSeconds) {
        return new TrackerSettings(
                highScore,
                lowScore,
                leastIou,
                hitsToConfirm,
                misses,
                unseenSeconds,
                maxTracks,
                appearanceWeight,
                noise);
    }

    /** The same with another bound on the number of tracks. */
    public TrackerSettings withMaxTracks(int tracks) {
        return new TrackerSettings(
                highScore,
                lowScore,
                leastIou,
                hitsToConfirm,
                maxMisses,
                maxUnseenSeconds,
                tracks,
                appearanceWeight,
                noise);
    }

    /** The same with another weight of the likeness, 0..1. */
    public TrackerSettings withAppearanceWeight(double weight) {
        return new TrackerSettings(
                highScore, lowScore, leastIou, hitsToConfirm, maxMisses, maxUnseenSeconds, maxTracks, weight, noise);
    }
}
