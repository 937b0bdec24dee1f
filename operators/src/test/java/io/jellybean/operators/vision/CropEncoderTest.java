package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CropEncoderTest {

    private final CropEncoder encoder = new CropEncoder();
    private final JpegDecoder frameDecoder = new JpegDecoder(JpegLimits.defaults());
    private final JpegDecoder cropDecoder = new JpegDecoder(JpegLimits.defaults());

    @AfterEach
    void close() {
        encoder.close();
        frameDecoder.close();
        cropDecoder.close();
    }

    @Test
    void cutsOutWhatTheBoxTouchesInItsTrueColours() throws RejectedFrameException {
        // given
        RgbImage frame = whole(frameDecoder, Jpegs.withSquares(64, 48, Color.BLUE, Color.RED, new int[] {16, 16, 16}));

        // when
        RgbImage crop = whole(cropDecoder, encoder.encode(frame, new Box(17, 18, 13.5, 11)));

        // then
        assertThat(crop.width()).isEqualTo(14);
        assertThat(crop.height()).isEqualTo(11);
        assertThat(crop.channel(7, 5, 0)).isCloseTo(254, within(6));
        assertThat(crop.channel(7, 5, 2)).isCloseTo(0, within(6));
    }

    @Test
    void aLargeVehicleIsMadeSmallerAndKeepsItsShape() throws RejectedFrameException {
        // given
        RgbImage frame = whole(frameDecoder, Jpegs.plain(1280, 720, Color.GREEN));

        // when
        RgbImage crop = whole(cropDecoder, encoder.encode(frame, new Box(100, 100, 1024, 512)));

        // then
        assertThat(crop.width()).isEqualTo(CropEncoder.LONGEST_SIDE);
        assertThat(crop.height()).isEqualTo(CropEncoder.LONGEST_SIDE / 2);
        assertThat(crop.channel(128, 64, 1)).isCloseTo(255, within(6));
    }

    @Test
    void aSampledPictureIsThatOfADecoderThatSamples() throws RejectedFrameException {
        // given
        byte[] jpeg = Jpegs.noise(67, 41);
        RgbImage coarse = cropDecoder.decode(jpeg, 22, 13);

        // when
        RgbImage sampled = whole(frameDecoder, jpeg).sampled(coarse.sampling());

        // then
        assertThat(coarse.sampling().step()).isEqualTo(3);
        assertThat(sampled.width()).isEqualTo(coarse.width());
        assertThat(sampled.rgb()).startsWith(coarse.rgb());
    }

    private static RgbImage whole(JpegDecoder decoder, byte[] jpeg) throws RejectedFrameException {
        return decoder.decode(jpeg, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
