package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Detection;

/**
 * One followed vehicle, as plain data.
 *
 * @param id from 1; 0 until the track is confirmed, so that passing noise uses no numbers up
 * @param motion as of the last frame
 * @param hits detections so far
 * @param misses frames without a detection since the last one
 * @param unseenSeconds since the last detection
 * @param label the class of the best detection so far
 * @param bestScore of that detection, 0..1
 * @param appearance the running mean of its embeddings, {@code float32 [dimensions]} of length 1; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // An appearance is handed on, never written, and tracks are never compared.
public record TrackState(
        long id,
        MotionEstimate motion,
        int hits,
        int misses,
        double unseenSeconds,
        int label,
        float bestScore,
        float[] appearance) {

    static TrackState born(SeenVehicle seen, MotionNoise noise) {
        Detection detection = seen.detection();
        return new TrackState(
                0,
                MotionEstimate.first(detection.box(), noise),
                1,
                0,
                0,
                detection.label(),
                detection.score(),
                seen.embedding());
    }

    boolean confirmed() {
        return id != 0;
    }

    TrackState withId(long newId) {
        return new TrackState(newId, motion, hits, misses, unseenSeconds, label, bestScore, appearance);
    }

    TrackState withoutAppearance() {
        return new TrackState(id, motion, hits, misses, unseenSeconds, label, bestScore, new float[0]);
    }

    TrackState after(double seconds, MotionNoise noise) {
        return new TrackState(
                id, motion.after(seconds, noise), hits, misses, unseenSeconds + seconds, label, bestScore, appearance);
    }

    TrackState seen(SeenVehicle vehicle, MotionNoise noise) {
        Detection detection = vehicle.detection();
        boolean better = detection.score() > bestScore;
        return new TrackState(
                id,
                motion.corrected(detection.box(), noise),
                hits + 1,
                0,
                0,
                better ? detection.label() : label,
                better ? detection.score() : bestScore,
                Appearance.updated(appearance, vehicle.embedding()));
    }

    TrackState missed() {
        return new TrackState(id, motion, hits, misses + 1, unseenSeconds, label, bestScore, appearance);
    }
}
