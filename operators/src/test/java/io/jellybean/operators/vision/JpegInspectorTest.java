package io.jellybean.operators.vision;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JpegInspectorTest {

    private static final byte[] SMALL = Jpegs.plain(32, 16, Color.RED);

    private final JpegInspector inspector = new JpegInspector(new JpegLimits(10_000, 640 * 480));

    @Test
    void readsSizeAndColoursWithoutDecoding() throws RejectedFrameException {
        assertThat(inspector.inspect(SMALL)).isEqualTo(new JpegHeader(32, 16, 3));
        assertThat(inspector.inspect(Jpegs.grey(20, 10, 90))).isEqualTo(new JpegHeader(20, 10, 1));
    }

    @Test
    void acceptsBytesAfterTheEndMarker() throws RejectedFrameException {
        // given: some cameras pad their frames
        byte[] padded = Arrays.copyOf(SMALL, SMALL.length + 64);

        // when, then
        assertThat(inspector.inspect(padded).width()).isEqualTo(32);
    }

    @Test
    void rejectsAFrameOfZeroBytes() {
        assertRejected(new byte[0], RejectionReason.EMPTY, "0 bytes");
    }

    @Test
    void rejectsMoreBytesThanAllowed() {
        assertRejected(Arrays.copyOf(SMALL, 10_001), RejectionReason.TOO_LARGE, "10001");
    }

    @Test
    void rejectsWhatIsNotAJpeg() {
        assertRejected(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, RejectionReason.NOT_AN_IMAGE, "FF D8 FF");
        assertRejected(new byte[] {(byte) 0xFF}, RejectionReason.NOT_AN_IMAGE, "FF D8 FF");
        assertRejected("GET / HTTP/1.1".getBytes(US_ASCII), RejectionReason.NOT_AN_IMAGE, "JPEG");
    }

    @Test
    void rejectsAHeaderThatClaimsSixtyThousandPixelsASide() {
        assertRejected(Jpegs.claiming(SMALL, 60_000, 60_000), RejectionReason.TOO_MANY_PIXELS, "60000 x 60000");
    }

    @Test
    void rejectsAHeaderThatClaimsNoPixels() {
        assertRejected(Jpegs.claiming(SMALL, 32, 0), RejectionReason.CORRUPT, "32 x 0");
    }

    @Test
    void rejectsFourColourComponents() {
        assertRejected(Jpegs.withFrameHeaderByte(SMALL, 9, 4), RejectionReason.UNSUPPORTED, "CMYK");
    }

    @Test
    void rejectsCodingsThatCannotBeRead() {
        assertRejected(Jpegs.withFrameHeaderByte(SMALL, 1, 0xC3), RejectionReason.UNSUPPORTED, "SOF3");
        assertRejected(Jpegs.withFrameHeaderByte(SMALL, 4, 12), RejectionReason.UNSUPPORTED, "12 bits");
    }

    @Test
    void rejectsEveryProperBeginningOfAJpeg() {
        for (int length = 3; length < SMALL.length; length++) {
            byte[] beginning = Arrays.copyOf(SMALL, length);
            assertThatExceptionOfType(RejectedFrameException.class)
                    .as("the first %d of %d bytes", length, SMALL.length)
                    .isThrownBy(() -> inspector.inspect(beginning))
                    .matches(e -> e.reason() == RejectionReason.TRUNCATED);
        }
    }

    @Test
    void rejectsSegmentsThatContradictTheFormat() {
        byte[] noMarker = SMALL.clone();
        noMarker[2] = (byte) 0xFF;
        noMarker[3] = 0x00;
        assertRejected(noMarker, RejectionReason.CORRUPT, "0x00");

        byte[] shortSegment = SMALL.clone();
        shortSegment[4] = 0;
        shortSegment[5] = 1;
        assertRejected(shortSegment, RejectionReason.CORRUPT, "length 1");

        byte[] scanFirst = SMALL.clone();
        scanFirst[3] = (byte) 0xDA;
        assertRejected(scanFirst, RejectionReason.CORRUPT, "before any frame header");
    }

    private void assertRejected(byte[] frame, RejectionReason reason, String inMessage) {
        assertThatExceptionOfType(RejectedFrameException.class)
                .isThrownBy(() -> inspector.inspect(frame))
                .withMessageContaining(inMessage)
                .matches(e -> e.reason() == reason, reason.name());
    }
}
