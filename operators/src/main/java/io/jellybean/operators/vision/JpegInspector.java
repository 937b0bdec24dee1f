package io.jellybean.operators.vision;

import static io.jellybean.operators.vision.RejectionReason.CORRUPT;
import static io.jellybean.operators.vision.RejectionReason.EMPTY;
import static io.jellybean.operators.vision.RejectionReason.NOT_AN_IMAGE;
import static io.jellybean.operators.vision.RejectionReason.TOO_LARGE;
import static io.jellybean.operators.vision.RejectionReason.TOO_MANY_PIXELS;
import static io.jellybean.operators.vision.RejectionReason.TRUNCATED;
import static io.jellybean.operators.vision.RejectionReason.UNSUPPORTED;

/**
 * Reads the header of a JPEG without decoding it: microseconds, no allocation that the picture's content could enlarge.
 * Markers and their order are those of ITU-T T.81, annex B. Immutable and thread-safe.
 */
public final class JpegInspector {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TEMPORARY = 0x01;

    private final JpegLimits limits;

    /** An inspector that enforces these limits. */
    public JpegInspector(JpegLimits limits) {
        this.limits = limits;
    }

    /**
     * Checks size, kind, claimed pixels and the end marker.
     *
     * @throws RejectedFrameException if the picture breaks a limit or cannot be a whole JPEG of a readable kind
     */
    public JpegHeader inspect(byte[] jpeg) throws RejectedFrameException {
        checkBytes(jpeg);
        JpegHeader header = null;
        int at = 2;
        while (true) {
            at = markerAt(jpeg, at);
            int marker = byteAt(jpeg, at + 1);
            at += 2;
            if (marker == TEMPORARY || isRestart(marker)) { // these have no length
                continue;
            }
            int length = shortAt(jpeg, at);
            if (length < 2) {
                throw rejected(CORRUPT, "segment 0x%02X at byte %d has length %d; 2 is the least", marker, at, length);
            }
            if (isFrame(marker)) {
                header = frame(jpeg, marker, at);
            }
            at += length;
            if (marker == START_OF_SCAN) {
                break;
            }
        }
        if (header == null) {
            throw rejected(CORRUPT, "the scan at byte %d comes before any frame header", at);
        }
        checkEnd(jpeg, at);
        return header;
    }

    private void checkBytes(byte[] jpeg) throws RejectedFrameException {
        if (jpeg.length == 0) {
            throw rejected(EMPTY, "the frame has 0 bytes");
        }
        if (jpeg.length > limits.maxBytes()) {
            throw rejected(TOO_LARGE, "the frame has %d bytes; at most %d are allowed", jpeg.length, limits.maxBytes());
        }
        if (jpeg.length < 3 || shortAt(jpeg, 0) != (0xFF00 | START_OF_IMAGE) || byteAt(jpeg, 2) != 0xFF) {
            throw rejected(NOT_AN_IMAGE, "the frame does not begin as a JPEG (FF D8 FF)");
        }
    }

    /** The position of the next marker's 0xFF that is followed by a code; any number of 0xFF may stand before it. */
    private static int markerAt(byte[] jpeg, int from) throws RejectedFrameException {
        if (byteAt(jpeg, from) != 0xFF) {
            throw rejected(CORRUPT, "byte %d should begin a marker (FF), but is %02X", from, byteAt(jpeg, from));
        }
        int at = from;
        while (byteAt(jpeg, at + 1) == 0xFF) {
            at++;
        }
        int marker = byteAt(jpeg, at + 1);
        if (marker == 0 || marker == START_OF_IMAGE || marker == END_OF_IMAGE) {
            throw rejected(CORRUPT, "marker 0x%02X at byte %d has no place before the picture's pixels", marker, at);
        }
        return at;
    }

    private JpegHeader frame(byte[] jpeg, int marker, int at) throws RejectedFrameException {
        int bits = byteAt(jpeg, at + 2);
        JpegHeader header = new JpegHeader(shortAt(jpeg, at + 5), shortAt(jpeg, at + 3), byteAt(jpeg, at + 7));
        if (marker > 0xC2 || bits != 8) {
            throw rejected(
                    UNSUPPORTED,
                    "the JPEG's coding (SOF%d, %d bits) cannot be read; baseline or progressive with 8 bits can",
                    marker - 0xC0,
                    bits);
        }
        if (header.components() != 1 && header.components() != 3) {
            throw rejected(
                    UNSUPPORTED,
                    "the JPEG has %d colour components (4 are CMYK); grey has 1, colour 3",
                    header.components());
        }
        if (header.pixels() == 0) {
            throw rejected(CORRUPT, "the header claims %d x %d pixels", header.width(), header.height());
        }
        if (header.pixels() > limits.maxPixels()) {
            throw rejected(
                    TOO_MANY_PIXELS,
                    "the header claims %d x %d pixels; at most %d are allowed",
                    header.width(),
                    header.height(),
                    limits.maxPixels());
        }
        return header;
    }

    /** Within pixels 0xFF is always escaped, so the last FF D9 after the scan's start is the end; cameras may pad it. */
    private static void checkEnd(byte[] jpeg, int pixelsAt) throws RejectedFrameException {
        for (int at = jpeg.length - 2; at >= pixelsAt; at--) {
            if (byteAt(jpeg, at) == 0xFF && byteAt(jpeg, at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw rejected(TRUNCATED, "the JPEG of %d bytes has no end marker (FF D9)", jpeg.length);
    }

    /** SOF0..SOF15 without DHT, JPG and DAC, which share the range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static int shortAt(byte[] jpeg, int at) throws RejectedFrameException {
        return (byteAt(jpeg, at) << 8) | byteAt(jpeg, at + 1);
    }

    private static int byteAt(byte[] jpeg, int at) throws RejectedFrameException {
        if (at >= jpeg.length) {
            throw rejected(TRUNCATED, "the JPEG of %d bytes ends within its header", jpeg.length);
        }
        return jpeg[at] & 0xFF;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be the only reason for one more library
    private static RejectedFrameException rejected(RejectionReason reason, String message, Object... values) {
        return new RejectedFrameException(reason, message.formatted(values));
    }
}
