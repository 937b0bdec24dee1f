package io.jellybean.operators.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WavAudioTest {

    /** From 2 to 16 samples. */
    private static final WavLimits LIMITS =
            new WavLimits(16_000, Duration.ofNanos(1_000_000 / 8), Duration.ofMillis(1));

    private static final WavLimits USUAL = WavLimits.of(16_000);

    @Test
    void readsSamplesAsNumbersFromMinusOneToOne() throws RejectedSpeechException {
        WavAudio sound = WavAudio.read(Wavs.of((short) 0, (short) 16384, Short.MIN_VALUE, Short.MAX_VALUE), LIMITS);

        assertThat(sound.samples()).isEqualTo(4);
        assertThat(sound.sampleRate()).isEqualTo(16_000);
        assertThat(samples(sound)).containsExactly(0, 0.5f, -1, 32767 / 32768f);
    }

    /** The code words of ITU-T G.711, table 2. */
    @Test
    void readsMuLaw() throws RejectedSpeechException {
        byte[] wav = Wavs.of(16_000, 1, 8, new short[2]);
        wav[20] = 7;
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0x80, 0x00, (byte) 0xF0}, 0, wav, Wavs.DATA_AT, 4);

        assertThat(samples(WavAudio.read(wav, LIMITS)))
                .containsExactly(0, 32124 / 32768f, -32124 / 32768f, 120 / 32768f);
    }

    @Test
    void skipsChunksThatAreNoSoundAndEndAtOddBytes() throws RejectedSpeechException {
        byte[] wav = Wavs.of((short) 1, (short) 2, (short) 3);
        ByteBuffer longer = ByteBuffer.allocate(wav.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(wav, 0, 36)
                .put(Wavs.ascii("note"))
                .putInt(3)
                .put(Wavs.ascii("abc"))
                .put((byte) 0);
        longer.put(wav, 36, wav.length - 36).putInt(4, longer.capacity() - 8);

        assertThat(samples(WavAudio.read(longer.array(), LIMITS))).containsExactly(1 / 32768f, 2 / 32768f, 3 / 32768f);
    }

    @Test
    void takesTheLimitsThemselves() throws RejectedSpeechException {
        assertThat(WavAudio.read(Wavs.ofLength(1600), USUAL).samples()).isEqualTo(1600);
        assertThat(WavAudio.read(Wavs.ofLength(320_000), USUAL).samples()).isEqualTo(320_000);
    }

    @Test
    void rejectsWhatIsTooShortOrTooLongAndSaysHowLongItIs() {
        assertThat(rejection(Wavs.ofLength(1599), USUAL)).isEqualTo(SpeechRejectionReason.TOO_SHORT);
        assertThat(rejection(Wavs.ofLength(320_001), USUAL)).isEqualTo(SpeechRejectionReason.TOO_LONG);
        assertThat(rejection(Wavs.ofLength(330_000), USUAL)).isEqualTo(SpeechRejectionReason.TOO_LARGE);
        assertThat(rejection(new byte[0], USUAL)).isEqualTo(SpeechRejectionReason.EMPTY);
    }

    @Test
    void rejectsOtherKindsOfSound() {
        short[] samples = new short[4000];
        assertThat(rejection(Wavs.of(22_050, 1, 16, samples), USUAL)).isEqualTo(SpeechRejectionReason.UNSUPPORTED);
        assertThat(rejection(Wavs.of(16_000, 2, 16, samples), USUAL)).isEqualTo(SpeechRejectionReason.UNSUPPORTED);
        assertThat(rejection(Wavs.of(16_000, 1, 8, samples), USUAL)).isEqualTo(SpeechRejectionReason.UNSUPPORTED);
        byte[] muLaw = Wavs.of(samples);
        muLaw[20] = 7;
        assertThat(rejection(muLaw, USUAL)).isEqualTo(SpeechRejectionReason.UNSUPPORTED);
        assertThat(rejection(Wavs.ascii("this is no sound"), USUAL)).isEqualTo(SpeechRejectionReason.NOT_A_WAV);
    }

    @Test
    void rejectsHeadersThatContradictThemselves() {
        byte[] wav = Wavs.ofLength(2000);
        assertThat(rejection(Arrays.copyOf(wav, 2000), USUAL)).isEqualTo(SpeechRejectionReason.TRUNCATED);
        assertThat(rejection(patched(wav, 40, 1_000_000), USUAL)).isEqualTo(SpeechRejectionReason.TRUNCATED);
        assertThat(rejection(patched(wav, 40, -1), USUAL)).isEqualTo(SpeechRejectionReason.TRUNCATED);
        assertThat(rejection(patched(wav, 40, 3999), USUAL)).isEqualTo(SpeechRejectionReason.CORRUPT);
        assertThat(rejection(patched(wav, 16, 14), USUAL)).isEqualTo(SpeechRejectionReason.CORRUPT);
        assertThat(rejection(patched(wav, 36, 0), USUAL)).isEqualTo(SpeechRejectionReason.CORRUPT);
        byte[] fourBytesPerSample = wav.clone();
        fourBytesPerSample[32] = 4;
        assertThat(rejection(fourBytesPerSample, USUAL)).isEqualTo(SpeechRejectionReason.CORRUPT);
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(1);
        byte[] wav = Wavs.ofLength(2000);
        for (int i = 0; i < 5000; i++) {
            byte[] broken = Arrays.copyOf(wav, random.nextInt(wav.length + 1));
            for (int j = 0; j < 3 && broken.length > 0; j++) {
                broken[random.nextInt(Math.min(48, broken.length))] = (byte) random.nextInt();
            }
            try {
                assertThat(WavAudio.read(broken, USUAL).samples()).isBetween(1600, 320_000);
            } catch (RejectedSpeechException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private static SpeechRejectionReason rejection(byte[] wav, WavLimits limits) {
        return catchThrowableOfType(RejectedSpeechException.class, () -> WavAudio.read(wav, limits))
                .reason();
    }

    private static byte[] patched(byte[] wav, int at, int value) {
        byte[] patched = wav.clone();
        ByteBuffer.wrap(patched).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return patched;
    }

    private static float[] samples(WavAudio sound) {
        FloatBuffer buffer = FloatBuffer.allocate(sound.samples());
        sound.writeTo(buffer);
        return buffer.array();
    }
}
