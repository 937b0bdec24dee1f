package io.jellybean.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound as a WAV file: RIFF, one channel. */
enum WavBytes {
    /** 16 bits, as they are. */
    PCM(1, 2) {
        @Override
        void put(short sample, ByteBuffer wav) {
            wav.putShort(sample);
        }
    },
    /** 8 bits, finer for quiet samples than for loud ones (ITU-T G.711): half the size, and no word gets lost. */
    MU_LAW(7, 1) {
        @Override
        void put(short sample, ByteBuffer wav) {
            int size = Math.min(Math.abs((int) sample), MOST_MU_LAW) + 132;
            int exponent = 24 - Integer.numberOfLeadingZeros(size);
            int mantissa = (size >> (exponent + 3)) & 0x0F;
            wav.put((byte) ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa));
        }
    };

    private static final int MOST_MU_LAW = 32_635;
    private static final int HEADER_BYTES = 44;

    private final int coding;
    private final int bytesPerSample;

    WavBytes(int coding, int bytesPerSample) {
        this.coding = coding;
        this.bytesPerSample = bytesPerSample;
    }

    abstract void put(short sample, ByteBuffer wav);

    byte[] of(Sound sound) {
        int dataBytes = Math.multiplyExact(bytesPerSample, sound.samples().length);
        int padding = dataBytes & 1; // chunks end at even bytes
        ByteBuffer wav = ByteBuffer.allocate(Math.addExact(HEADER_BYTES + padding, dataBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) coding).putShort((short) 1);
        wav.putInt(sound.samplesPerSecond()).putInt(bytesPerSample * sound.samplesPerSecond());
        wav.putShort((short) bytesPerSample).putShort((short) (8 * bytesPerSample));
        wav.put(ascii("data")).putInt(dataBytes);
        for (float sample : sound.samples()) {
            put((short) Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768f))), wav);
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
