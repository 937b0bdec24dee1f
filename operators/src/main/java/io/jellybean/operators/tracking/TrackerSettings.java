package io.jellybean.operators.tracking;

/**
 * When a track is born, continued and lost.
 *
 * @param scores of detections, and what they decide
 * @param rules by which a detection continues a track
 * @param hitsToConfirm frames in a row before a track is reported that no sure detection belongs to, 1 or more
 * @param maxMisses frames in a row without a detection that a confirmed track outlives, 0 or more
 * @param maxUnseenSeconds without a detection that a confirmed track outlives, 0 or more, however few frames came
 * @param maxTracks followed at once, 1 or more; beyond, nothing new is followed
 * @param noise of detections and motion
 */
public record TrackerSettings(
        ScoreLevels scores,
        MatchRules rules,
        int hitsToConfirm,
        int maxMisses,
        double maxUnseenSeconds,
        int maxTracks,
        MotionNoise noise) {

    public TrackerSettings {
        if (hitsToConfirm < 1 || maxMisses < 0 || maxTracks < 1 || !(maxUnseenSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "tracker: hitsToConfirm and maxTracks must be >= 1, maxMisses and maxUnseenSeconds >= 0, but were %d, %d, %d, %s"
                            .formatted(hitsToConfirm, maxTracks, maxMisses, maxUnseenSeconds));
        }
    }

    /** Reported at once if it is sure, else from the second frame on; lost after 15 frames or 3 seconds; at most 200 vehicles. */
    public static TrackerSettings defaults() {
        return new TrackerSettings(
                ScoreLevels.defaults(), MatchRules.defaults(), 2, 15, 3, 200, MotionNoise.defaults());
    }

    /** The same with other rules. */
    public TrackerSettings withRules(MatchRules other) {
        return new TrackerSettings(scores, other, hitsToConfirm, maxMisses, maxUnseenSeconds, maxTracks, noise);
    }

    /** The same with another number of frames before a track is reported. */
    public TrackerSettings withHitsToConfirm(int hits) {
        return new TrackerSettings(scores, rules, hits, maxMisses, maxUnseenSeconds, maxTracks, noise);
    }

    /** The same with other limits for lost tracks. */
    public TrackerSettings withPatience(int misses, double unseenSeconds) {
        return new TrackerSettings(scores, rules, hitsToConfirm, misses, unseenSeconds, maxTracks, noise);
    }

    /** The same with another bound on the number of tracks. */
    public TrackerSettings withMaxTracks(int tracks) {
        return new TrackerSettings(scores, rules, hitsToConfirm, maxMisses, maxUnseenSeconds, tracks, noise);
    }
}
