package io.jellybean.cli.demo;

import java.util.Arrays;
import java.util.Random;

/** Makes frames that no operator can use out of a good one; the kinds take turns. */
final class BadFrames {

    /** Larger than the job takes, smaller than what the topic takes: it is the job that has to refuse it. */
    private static final int OVERSIZED_BYTES = 2_500_000;

    private static final int MARKER = 0xFF;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_FRAME = 0xC0;
    private static final int HUFFMAN_TABLE = 0xC4;
    private static final int HUFFMAN_LENGTHS = 16;

    private final byte[] goodJpeg;
    private final Random random;
    private int made;

    /**
     * @param goodJpeg a baseline JPEG
     */
    BadFrames(byte[] goodJpeg, long seed) {
        this.goodJpeg = goodJpeg;
        this.random = new Random(seed);
    }

    /** The next bad frame: empty, truncated, noise, corrupt, oversized, or with a header that claims 60,138 pixels a side. */
    byte[] next() {
        return switch (made++ % 6) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(goodJpeg, goodJpeg.length / 3);
            case 2 -> notAnImage();
            case 3 -> corrupt();
            case 4 -> oversized();
            default -> enormous();
        };
    }

    private byte[] notAnImage() {
        byte[] noise = new byte[goodJpeg.length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] oversized() {
        byte[] padded = Arrays.copyOf(goodJpeg, OVERSIZED_BYTES);
        padded[OVERSIZED_BYTES - 2] = (byte) MARKER;
        padded[OVERSIZED_BYTES - 1] = (byte) END_OF_IMAGE;
        return padded;
    }

    private byte[] corrupt() {
        byte[] broken = goodJpeg.clone();
        int lengths = marker(HUFFMAN_TABLE) + 5;
        Arrays.fill(broken, lengths, lengths + HUFFMAN_LENGTHS, (byte) 0xFF);
        return broken;
    }

    private byte[] enormous() {
        byte[] lying = goodJpeg.clone();
        int heightAndWidth = marker(START_OF_FRAME) + 5;
        Arrays.fill(lying, heightAndWidth, heightAndWidth + 4, (byte) 0xEA); // 0xEAEA = 60,138 each
        return lying;
    }

    private int marker(int code) {
        for (int i = 0; i < goodJpeg.length - 32; i++) {
            if ((goodJpeg[i] & 0xFF) == MARKER && (goodJpeg[i + 1] & 0xFF) == code) {
                return i;
            }
        }
        throw new IllegalArgumentException("the good frame is not a baseline JPEG: no marker 0x%X".formatted(code));
    }
}
