package io.jellybean.simulator;

import java.util.Arrays;

/**
 * Turns outlines into rows of pixel coverage (0..1) with soft edges: four lines per row, each with exact ends. Keeps its working
 * memory, so one scan serves one thread.
 */
final class PolygonScan {
    private static final int LINES_PER_ROW = 4;

    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final float[] steps;
    private double[] crossings = new double[16];

    /** Receives one row of an outline: coverage of pixel {@code from + i} is {@code coverage[i]}. */
    interface RowSink {
        void row(int y, int from, int to, float[] coverage);
    }

    /** A scan that sees the pixels left..right (exclusive) and top..bottom (exclusive); borders may be negative. */
    PolygonScan(int left, int top, int right, int bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.steps = new float[right - left + 2];
    }

    void scan(Outline outline, RowSink sink) {
        if (outline.isEmpty()) {
            return;
        }
        int firstRow = Math.max(top, floor(least(outline.ys)));
        int lastRow = Math.min(bottom - 1, floor(greatest(outline.ys)));
        int from = Math.max(left, floor(least(outline.xs)));
        int to = Math.min(right, floor(greatest(outline.xs)) + 1);
        if (from >= to) {
            return;
        }
        for (int y = firstRow; y <= lastRow; y++) {
            Arrays.fill(steps, 0, to - from + 2, 0f);
            for (int line = 0; line < LINES_PER_ROW; line++) {
                addLine(outline, y + (line + 0.5) / LINES_PER_ROW, from, to);
            }
            float sum = 0f;
            for (int i = 0; i < to - from; i++) {
                sum += steps[i];
                steps[i] = sum;
            }
            sink.row(y, from, to, steps);
        }
    }

    private void addLine(Outline outline, double y, int from, int to) {
        int count = findCrossings(outline, y);
        for (int i = 0; i + 1 < count; i += 2) {
            double begin = Math.max(from, crossings[i]) - from;
            double end = Math.min(to, crossings[i + 1]) - from;
            if (end > begin) {
                step(begin, 1f / LINES_PER_ROW);
                step(end, -1f / LINES_PER_ROW);
            }
        }
    }

    private void step(double at, float height) {
        int pixel = (int) at;
        float later = (float) (at - pixel) * height;
        steps[pixel] += height - later;
        steps[pixel + 1] += later;
    }

    private int findCrossings(Outline outline, double y) {
        double[] xs = outline.xs;
        double[] ys = outline.ys;
        if (crossings.length < xs.length) {
            crossings = new double[xs.length];
        }
        int count = 0;
        for (int i = 0, before = xs.length - 1; i < xs.length; before = i++) {
            if (ys[i] > y != ys[before] > y) {
                double x = xs[i] + (y - ys[i]) * (xs[before] - xs[i]) / (ys[before] - ys[i]);
                int place = count++;
                while (place > 0 && crossings[place - 1] > x) {
                    crossings[place] = crossings[place - 1];
                    place--;
                }
                crossings[place] = x;
            }
        }
        return count;
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double greatest(double[] values) {
        double greatest = values[0];
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** Bounded, so that points far outside the image do not overflow. */
    private static int floor(double value) {
        return (int) Math.floor(Math.max(-1e6, Math.min(1e6, value)));
    }
}
