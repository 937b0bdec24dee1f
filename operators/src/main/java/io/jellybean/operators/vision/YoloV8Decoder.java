package io.jellybean.operators.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a YOLOv8 output, {@code float32 [batch, 4 + classes, anchors]}: rows centre x, centre y, width, height in pixels
 * of the input, then one probability per class. A box takes its most probable class; boxes are then suppressed without
 * regard to class, the best first. Reuses its arrays: one instance per thread.
 */
public final class YoloV8Decoder {

    /** What {@code 4 + classes} has before the classes. */
    public static final int BOX_ROWS = 4;

    private final int classes;
    private final DetectionSettings settings;
    private long[] candidates = new long[256];

    /** A decoder for a network that tells this many classes apart. */
    public YoloV8Decoder(int classes, DetectionSettings settings) {
        if (classes < 1) {
            throw new IllegalArgumentException("decoder: classes must be >= 1, but were %d".formatted(classes));
        }
        this.classes = classes;
        this.settings = settings;
    }

    /**
     * Reads one image's boxes.
     *
     * @param output the whole batch, from index 0
     * @param image the place in the batch, from 0
     * @return in pixels of the input, the highest score first; boxes that are not numbers or empty are left out
     */
    public List<Detection> decode(FloatBuffer output, int image, int anchors) {
        int start = Math.multiplyExact(image, (BOX_ROWS + classes) * anchors);
        int found = Math.min(collectCandidates(output, start, anchors), settings.maxCandidates());
        List<Detection> kept = new ArrayList<>();
        for (int i = 0; i < found && kept.size() < settings.maxDetections(); i++) {
            int anchor = (int) candidates[i];
            Box box = box(output, start + anchor, anchors);
            if (!overlapsAny(box, kept)) {
                float score = Float.intBitsToFloat((int) ~(candidates[i] >> 32));
                kept.add(new Detection(box, bestClass(output, start + anchor, anchors), score));
            }
        }
        return kept;
    }

    /**
     * Fills {@link #candidates}, the highest score first, among equals the lowest anchor. One long each: bits of a
     * positive float order as the float does, so their complement above the anchor sorts descending.
     */
    private int collectCandidates(FloatBuffer output, int start, int anchors) {
        int count = 0;
        for (int anchor = 0; anchor < anchors; anchor++) {
            int at = start + anchor;
            float score = output.get(at + (BOX_ROWS + bestClass(output, at, anchors)) * anchors);
            if (score >= settings.scoreThreshold() && score <= 1 && isBox(output, at, anchors)) {
                if (count == candidates.length) {
                    candidates = Arrays.copyOf(candidates, 2 * count);
                }
                candidates[count++] = (~(long) Float.floatToRawIntBits(score + 0f) << 32) | anchor;
            }
        }
        Arrays.sort(candidates, 0, count);
        return count;
    }

    private int bestClass(FloatBuffer output, int at, int anchors) {
        int best = 0;
        float bestScore = output.get(at + BOX_ROWS * anchors);
        for (int label = 1; label < classes; label++) {
            float score = output.get(at + (BOX_ROWS + label) * anchors);
            if (score > bestScore) {
                best = label;
                bestScore = score;
            }
        }
        return best;
    }

    private static boolean isBox(FloatBuffer output, int at, int anchors) {
        float width = output.get(at + 2 * anchors);
        float height = output.get(at + 3 * anchors);
        return Float.isFinite(output.get(at))
                && Float.isFinite(output.get(at + anchors))
                && width > 0
                && width < Float.POSITIVE_INFINITY
                && height > 0
                && height < Float.POSITIVE_INFINITY;
    }

    private static Box box(FloatBuffer output, int at, int anchors) {
        return Box.around(
                output.get(at), output.get(at + anchors), output.get(at + 2 * anchors), output.get(at + 3 * anchors));
    }

    private boolean overlapsAny(Box box, List<Detection> kept) {
        for (Detection better : kept) {
            if (better.box().iou(box) > settings.iouThreshold()) {
                return true;
            }
        }
        return false;
    }
}
