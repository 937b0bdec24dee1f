package io.jellybean.jobs.record;

import io.jellybean.domain.result.DetectedFrame;

/**
 * How many bytes a record takes between two TaskManagers. Flink writes a POJO as a byte of flags and, for each field, a
 * byte that says whether it is there and its value; a text and an array with their length before
 * them, a list with its length and a flag, and a flag for each item.
 */
public final class WireSize {

    /** What a link carries beside a record: Flink's header, those of the packets, and the acknowledgement of one that came back. */
    public static final long ENVELOPE = 160;

    private static final int RECORD = 1;
    private static final int FIELD = 1;
    private static final int TEXT_LENGTH = 1;
    private static final int COUNT = 4;
    private static final int LIST = COUNT + 1;
    private static final int ITEM = 1;
    private static final int INT = 4;
    private static final int LONG = 8;
    private static final int FLOAT = 4;

    private WireSize() {}

    /** Of a frame with its picture. */
    public static long bytes(NumberedFrame frame) {
        int fields = 7 * FIELD;
        int texts = text(frame.camera()) + text(frame.request());
        return (long) RECORD + fields + texts + 4 * LONG + COUNT + frame.jpeg().length;
    }

    /** Of the vehicles in a frame. */
    public static long bytes(DetectedFrame frame) {
        int fields = 6 * FIELD;
        long vehicles = frame.vehicles().stream()
                .mapToLong(vehicle -> ITEM + RECORD + 6 * FIELD + text(vehicle.label()) + 5 * FLOAT)
                .sum();
        return RECORD + fields + text(frame.camera()) + 2 * LONG + 2 * INT + LIST + vehicles;
    }

    /** Of a text of less than 128 plain characters. */
    private static int text(String value) {
        return TEXT_LENGTH + value.length();
    }
}
