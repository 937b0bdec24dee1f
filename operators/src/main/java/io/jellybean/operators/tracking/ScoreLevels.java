package io.jellybean.operators.tracking;

/**
 * What a detection's score decides.
 *
 * @param least 0..1; detections below are ignored
 * @param birth least..1; detections from here on may begin a track; those below may only continue one
 * @param sure birth..1; a detection from here on is reported at once, however new its track is
 */
public record ScoreLevels(float least, float birth, float sure) {

    public ScoreLevels {
        if (!(least >= 0 && least <= birth && birth <= sure && sure <= 1)) {
            throw new IllegalArgumentException(
                    "tracker: 0 <= least score <= birth score <= sure score <= 1 must hold, but they were %s, %s and %s"
                            .formatted(least, birth, sure));
        }
    }

    /** What half of all detections of vehicles reach is sure; what is hardly ever a vehicle begins no track. */
    public static ScoreLevels defaults() {
        return new ScoreLevels(0.2f, 0.4f, 0.6f);
    }
}
