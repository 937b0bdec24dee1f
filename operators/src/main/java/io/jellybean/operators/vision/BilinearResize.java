package io.jellybean.operators.vision;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Resizes interleaved 8-bit RGB with bilinear weights and half-pixel centres, in the fixed-point arithmetic of OpenCV's
 * {@code INTER_LINEAR} (11 bits a weight), so that a network sees the very pixels that it was trained on. Output pixel i
 * lies at (i + 0.5) * from / to - 0.5. Holds the weights of one pair of sizes; not thread-safe.
 */
final class BilinearResize {

    private static final int ONE = 1 << 11;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int fromWidth;
    private final Axis columns;
    private final Axis rows;
    private final int[] columnWeights;
    private final int[] neighbours;
    private final int[] blended;
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
        this.columnWeights = perValue(columns);
        this.neighbours = new int[3 * toWidth];
        this.blended = new int[3 * toWidth];
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
        gather(rgb, fromOffset + row * fromStrideBytes);
        int[] pairs = neighbours;
        int[] weights = columnWeights;
        for (int i = 0; i < target.length; i++) {
            int a = pairs[i] & 0xFF;
            int b = pairs[i] >>> 24;
            target[i] = (a * ONE + weights[i] * (b - a)) >> 4;
        }
    }

    /**
     * Two neighbours are six bytes in a row: read at once, and shifted by a channel each, they leave the left value in the
     * lowest byte of an int and the right one in the highest. So only reading goes pixel by pixel, and all arithmetic is
     * in loops over ints, which the compiler turns into vector instructions.
     */
    private void gather(byte[] rgb, int start) {
        int[] pairs = neighbours;
        int[] first = columns.first;
        int whole = first.length; // so many columns have eight bytes
        while (whole > 0 && start + 3 * first[whole - 1] + Long.BYTES > rgb.length) {
            whole--;
        }
        for (int x = 0; x < whole; x++) {
            long six = (long) EIGHT_BYTES.get(rgb, start + 3 * first[x]);
            pairs[3 * x] = (int) six;
            pairs[3 * x + 1] = (int) (six >>> 8);
            pairs[3 * x + 2] = (int) (six >>> 16);
        }
        for (int i = 3 * whole; i < pairs.length; i++) {
            int at = start + 3 * first[i / 3] + i % 3;
            int right = at + 3 < rgb.length ? rgb[at + 3] : 0; // what lies behind the last pixel has no weight
            pairs[i] = (right << 24) | (rgb[at] & 0xFF);
        }
    }

    /** Where a border stands for both neighbours, the second one's weight is 0: it need not be there. */
    private static int[] perValue(Axis columns) {
        int[] weights = new int[3 * columns.weight.length];
        for (int i = 0; i < weights.length; i++) {
            int x = i / 3;
            weights[i] = columns.first[x] == columns.second[x] ? 0 : columns.weight[x];
        }
        return weights;
    }

    private void blendRows(int upperWeight, int lowerWeight) {
        int[] above = upper;
        int[] below = lower;
        int[] both = blended;
        for (int i = 0; i < both.length; i++) {
            both[i] = (((upperWeight * above[i]) >> 16) + ((lowerWeight * below[i]) >> 16) + 2) >> 2;
        }
        byte[] out = outRow;
        for (int i = 0; i < both.length; i++) {
            out[i] = (byte) both[i];
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
