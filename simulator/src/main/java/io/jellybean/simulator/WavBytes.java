package io.jellybean.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound as a WAV file: RIFF, PCM, one channel, 16 bits. */
final class WavBytes {
    private static final int HEADER_BYTES = 44;
    private static final int PCM = 1;

    private WavBytes() {}

    static byte[] of(Sound sound) {
        int dataBytes = Math.multiplyExact(2, sound.samples().length);
        ByteBuffer wav =
                ByteBuffer.allocate(Math.addExact(HEADER_BYTES, dataBytes)).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1);
        wav.putInt(sound.samplesPerSecond()).putInt(2 * sound.samplesPerSecond());
        wav.putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(dataBytes);
        for (float sample : sound.samples()) {
            wav.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768f))));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
