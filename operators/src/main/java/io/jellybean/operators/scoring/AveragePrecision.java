package io.jellybean.operators.scoring;

import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Average precision at IoU .5 without regard to class, AP50: detections of all images in the order of their scores take
 * the best overlapping truth that is still free; the area under precision over recall is summed at every point, with each
 * precision raised to the best one at a greater recall (PASCAL VOC from 2010 on).
 */
public final class AveragePrecision {

    private static final double LEAST_IOU = 0.5;

    private AveragePrecision() {}

    /**
     * The AP50 over all images.
     *
     * @return 0..1
     * @throws IllegalArgumentException if the truth has no box at all: then recall is not defined
     */
    public static double at50(List<DetectionFrame> frames) {
        int truths = frames.stream().mapToInt(frame -> frame.truth().size()).sum();
        if (truths == 0) {
            throw new IllegalArgumentException(
                    "average precision: the truth has no box. Maybe score more images, or some in which there is traffic.");
        }
        List<Boolean> hits = hitsByScore(frames);
        double[] precision = new double[hits.size()];
        int hitsSoFar = 0;
        for (int i = 0; i < precision.length; i++) {
            hitsSoFar += hits.get(i) ? 1 : 0;
            precision[i] = (double) hitsSoFar / (i + 1);
        }
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += hits.get(i) ? best / truths : 0; // recall grows by 1 / truths at each hit
        }
        return area;
    }

    private static List<Boolean> hitsByScore(List<DetectionFrame> frames) {
        List<Candidate> candidates = new ArrayList<>();
        for (DetectionFrame frame : frames) {
            boolean[] taken = new boolean[frame.truth().size()];
            frame.detections().forEach(detection -> candidates.add(new Candidate(frame, taken, detection)));
        }
        candidates.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.detection().score())
                .reversed());
        return candidates.stream().map(Candidate::takesTruth).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // shared on purpose by the candidates of a frame
    private record Candidate(DetectionFrame frame, boolean[] taken, Detection detection) {

        boolean takesTruth() {
            int best = -1;
            double bestIou = LEAST_IOU;
            for (int i = 0; i < taken.length; i++) {
                double iou = detection.box().iou(frame.truth().get(i));
                if (!taken[i] && iou >= bestIou) {
                    best = i;
                    bestIou = iou;
                }
            }
            if (best >= 0) {
                taken[best] = true;
            }
            return best >= 0;
        }
    }
}
