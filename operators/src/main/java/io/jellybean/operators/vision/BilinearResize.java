package io.jellybean.operators.vision;

import java.nio.ByteBuffer;

/**
 * Resizes interleaved 8-bit RGB with bilinear weights and half-pixel centres, in the fixed-point arithmetic of OpenCV's
 * {@code INTER_LINEAR} (11 bits a weight), so that a network sees the very pixels that it was trained on. Output pixel i
 * lies at (i + 0.5) * from / to - 0.5. Holds the weights of one pair of sizes; not thread-safe.
 */
final class BilinearResize {

    private static final int ONE = 1 << 11;

    private final int fromWidth;
    private final Axis columns;
    private final Axis rows;
    private final byte[] outRow;
    private int[] upper;
    private int[] lower;
    private int upperRow = -1;
    private int lowerRow = -1;
    private int fromOffset;
    private int fromStrideBytes;

    BilinearResize(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        this.fromWidth = fromWidth;
        this.columns = new Axis(fromWidth, toWidth);
        this.rows = new Axis(fromHeight, toHeight);
        this.outRow = new byte[3 * toWidth];
        this.upper = new int[3 * toWidth];
        this.lower = new int[3 * toWidth];
    }

    /** Writes row after row; {@code strideBytes} lie between the beginnings of two rows in {@code target}. */
    void resize(byte[] rgb, ByteBuffer target, int offset, int strideBytes) {
        resize(rgb, 0, 3 * fromWidth, target, offset, strideBytes);
    }

    /**
     * The same for a part of a larger picture, which is not copied for it.
     *
     * @param from where the part's first pixel lies in {@code rgb}
     * @param fromStride bytes between the beginnings of two rows in {@code rgb}
     */
    void resize(byte[] rgb, int from, int fromStride, ByteBuffer target, int offset, int strideBytes) {
        fromOffset = from;
        fromStrideBytes = fromStride;
        upperRow = -1;
        lowerRow = -1;
        for (int y = 0; y < rows.first.length; y++) {
            blendColumns(rgb, rows.first[y], rows.second[y]);
            blendRows(ONE - rows.weight[y], rows.weight[y]);
            target.put(offset + y * strideBytes, outRow);
        }
    }

    /** Rows come in order: the lower one of the last output row is often the upper one of this. */
    private void blendColumns(byte[] rgb, int first, int second) {
        if (first == lowerRow) {
            int[] spare = upper;
            upper = lower;
            lower = spare;
            upperRow = lowerRow;
            lowerRow = -1;
        }
        if (first != upperRow) {
            blendRow(rgb, first, upper);
            upperRow = first;
        }
        if (second != lowerRow) {
            blendRow(rgb, second, lower);
            lowerRow = second;
        }
    }

    private void blendRow(byte[] rgb, int row, int[] target) {
        int start = fromOffset + row * fromStrideBytes;
        int[] first = columns.first;
        int[] second = columns.second;
        int[] weight = columns.weight;
        for (int x = 0, out = 0; x < first.length; x++, out += 3) {
            int a = start + 3 * first[x];
            int b = start + 3 * second[x];
            int bWeight = weight[x];
            int aWeight = ONE - bWeight;
            target[out] = (aWeight * (rgb[a] & 0xFF) + bWeight * (rgb[b] & 0xFF)) >> 4;
            target[out + 1] = (aWeight * (rgb[a + 1] & 0xFF) + bWeight * (rgb[b + 1] & 0xFF)) >> 4;
            target[out + 2] = (aWeight * (rgb[a + 2] & 0xFF) + bWeight * (rgb[b + 2] & 0xFF)) >> 4;
        }
    }

    private void blendRows(int upperWeight, int lowerWeight) {
        int[] above = upper;
        int[] below = lower;
        byte[] out = outRow;
        for (int i = 0; i < out.length; i++) {
            int sum = ((upperWeight * above[i]) >> 16) + ((lowerWeight * below[i]) >> 16);
            out[i] = (byte) ((sum + 2) >> 2);
        }
    }

    /** For each output position: two neighbours and the second one's weight, 0..{@link #ONE}. */
    private static final class Axis {

        final int[] first;
        final int[] second;
        final int[] weight;

        Axis(int from, int to) {
            first = new int[to];
            second = new int[to];
            weight = new int[to];
            double step = 1.0 / ((double) to / from);
            for (int i = 0; i < to; i++) {
                float position = (float) ((i + 0.5) * step - 0.5);
                int floor = (int) Math.floor(position);
                first[i] = Math.min(Math.max(floor, 0), from - 1);
                second[i] = Math.min(Math.max(floor + 1, 0), from - 1);
                weight[i] = (int) Math.rint((position - floor) * ONE);
            }
        }
    }
}
