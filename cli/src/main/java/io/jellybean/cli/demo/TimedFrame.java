package io.jellybean.cli.demo;

/**
 * A record that the feeder sends at its time.
 *
 * @param camera the key
 * @param dueMicros when to send it, microseconds after the start of the feed
 * @param bytes the value: a JPEG, or what is left of one
 * @param recording the index of the frame in the recording of its camera; -1 for a bad frame, which has no ground truth
 */
@SuppressWarnings("ArrayRecordComponent") // A JPEG is not copied, and frames are never compared.
record TimedFrame(String camera, long dueMicros, byte[] bytes, int recording) implements TimedRecord {

    static final int NOT_RECORDED = -1;

    boolean isBad() {
        return recording == NOT_RECORDED;
    }
}
