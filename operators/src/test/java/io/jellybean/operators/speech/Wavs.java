package io.jellybean.operators.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WAV files, whole and broken. */
final class Wavs {

    static final int DATA_AT = 44;

    private Wavs() {}

    /** 16 kHz, one channel, 16 bits. */
    static byte[] of(short... samples) {
        return of(16_000, 1, 16, samples);
    }

    /** So many samples of 1000. */
    static byte[] ofLength(int samples) {
        short[] all = new short[samples];
        Arrays.fill(all, (short) 1000);
        return of(all);
    }

    static byte[] of(int rate, int channels, int bits, short... samples) {
        ByteBuffer wav = ByteBuffer.allocate(DATA_AT + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * samples.length).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
        wav.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        wav.put(ascii("data")).putInt(2 * samples.length);
        for (short sample : samples) {
            wav.putShort(sample);
        }
        return wav.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
