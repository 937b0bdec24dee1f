package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpegDecoderTest {

    private static final int EVERY_PIXEL = Integer.MAX_VALUE;

    private final JpegDecoder decoder = new JpegDecoder(JpegLimits.defaults());

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void decodesToRedGreenBlueInThisOrder() throws RejectedFrameException {
        // given
        byte[] jpeg = Jpegs.plain(32, 16, new Color(200, 100, 50));

        // when
        RgbImage image = decoder.decode(jpeg, EVERY_PIXEL, EVERY_PIXEL);

        // then
        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(16);
        assertPixel(image, 31, 15, 200, 100, 50);
    }

    @Test
    void keepsEveryKthPixelOfEveryKthRowFromTheFirst() throws RejectedFrameException {
        // given: a 100 x 50 frame for an input of 30 x 20, so k = min(3, 2)
        byte[] jpeg = Jpegs.withSquares(101, 51, Color.BLACK, Color.WHITE, new int[] {48, 24, 16});

        // when
        RgbImage image = decoder.decode(jpeg, 30, 20);

        // then
        assertThat(image.sampling()).isEqualTo(new Sampling(101, 51, 2));
        assertThat(image.width()).isEqualTo(51);
        assertThat(image.height()).isEqualTo(26);
        assertPixel(image, 25, 14, 255, 255, 255);
        assertPixel(image, 21, 14, 0, 0, 0);
    }

    @Test
    void turnsGreyIntoThreeEqualChannels() throws RejectedFrameException {
        RgbImage image = decoder.decode(Jpegs.grey(16, 16, 77), EVERY_PIXEL, EVERY_PIXEL);

        assertPixel(image, 7, 7, 77, 77, 77);
    }

    @Test
    void reusesItsPixelsForFramesOfOneSize() throws RejectedFrameException {
        byte[] first = decoder.decode(Jpegs.plain(32, 16, Color.RED), 32, 16).rgb();
        RgbImage second = decoder.decode(Jpegs.plain(32, 16, Color.BLUE), 32, 16);

        assertThat(second.rgb()).isSameAs(first);
        assertPixel(second, 5, 5, 0, 0, 254);
    }

    @Test
    void takesFramesOfOtherSizesAndColoursInTurn() throws RejectedFrameException {
        assertPixel(decoder.decode(Jpegs.plain(32, 16, Color.RED), 1, 1), 0, 0, 254, 0, 0);
        assertPixel(decoder.decode(Jpegs.grey(64, 64, 30), 64, 64), 63, 63, 30, 30, 30);
        assertPixel(decoder.decode(Jpegs.plain(64, 64, Color.RED), 64, 64), 63, 63, 254, 0, 0);
    }

    @Test
    void rejectsATruncatedFrame() {
        byte[] jpeg = Jpegs.noise(64, 64);

        assertRejected(Arrays.copyOf(jpeg, jpeg.length / 2), RejectionReason.TRUNCATED);
    }

    @Test
    void rejectsAFrameWhoseMiddleIsMissingThoughItsEndIsThere() {
        byte[] jpeg = Jpegs.noise(64, 64);

        assertRejected(Jpegs.cutBeforeItsEnd(jpeg, jpeg.length / 2), RejectionReason.TRUNCATED);
    }

    @Test
    void rejectsAnEnormousHeaderBeforeAllocatingItsPixels() {
        // 60000 x 60000 x 3 bytes would not fit into any array
        assertRejected(Jpegs.claiming(Jpegs.plain(32, 16, Color.RED), 60_000, 60_000), RejectionReason.TOO_MANY_PIXELS);
    }

    @Test
    void rejectsDamagedTables() {
        // given: the quantisation table that the frame refers to has another number
        byte[] jpeg = Jpegs.withFrameHeaderByte(Jpegs.plain(32, 16, Color.RED), 12, 3);

        // when, then
        assertRejected(jpeg, RejectionReason.CORRUPT);
    }

    @Test
    void decodesTheNextFrameAfterAnyRejection() throws RejectedFrameException {
        // given
        byte[] good = Jpegs.plain(32, 16, Color.RED);
        assertRejected(Jpegs.withFrameHeaderByte(good, 12, 3), RejectionReason.CORRUPT);
        byte[] noise = Jpegs.noise(64, 64);
        assertRejected(Jpegs.cutBeforeItsEnd(noise, noise.length / 2), RejectionReason.TRUNCATED);

        // when
        RgbImage image = decoder.decode(good, 32, 16);

        // then
        assertPixel(image, 3, 3, 254, 0, 0);
    }

    @Test
    void answersAnyDamageWithAPictureOrARejection() {
        // given
        byte[] jpeg = Jpegs.noise(48, 48);
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = jpeg.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            // when, then: no other exception
            try {
                RgbImage image = decoder.decode(damaged, 16, 16);
                assertThat(image.width()).isPositive();
            } catch (RejectedFrameException e) {
                assertThat(e.reason()).isNotEqualTo(RejectionReason.EMPTY);
            }
        }
    }

    private void assertRejected(byte[] frame, RejectionReason reason) {
        assertThatExceptionOfType(RejectedFrameException.class)
                .isThrownBy(() -> decoder.decode(frame, 16, 16))
                .matches(e -> e.reason() == reason, reason.name());
    }

    private static void assertPixel(RgbImage image, int x, int y, int red, int green, int blue) {
        assertThat(image.channel(x, y, 0)).as("red").isCloseTo(red, within(3));
        assertThat(image.channel(x, y, 1)).as("green").isCloseTo(green, within(3));
        assertThat(image.channel(x, y, 2)).as("blue").isCloseTo(blue, within(3));
    }
}
