package io.jellybean.operators.speech;

import static io.jellybean.operators.speech.SpeechRejectionReason.CORRUPT;
import static io.jellybean.operators.speech.SpeechRejectionReason.EMPTY;
import static io.jellybean.operators.speech.SpeechRejectionReason.NOT_A_WAV;
import static io.jellybean.operators.speech.SpeechRejectionReason.TOO_LARGE;
import static io.jellybean.operators.speech.SpeechRejectionReason.TOO_LONG;
import static io.jellybean.operators.speech.SpeechRejectionReason.TOO_SHORT;
import static io.jellybean.operators.speech.SpeechRejectionReason.TRUNCATED;
import static io.jellybean.operators.speech.SpeechRejectionReason.UNSUPPORTED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The sound of a WAV file: RIFF, one channel, PCM of 16 bits or mu-law of 8 bits (ITU-T G.711). Everything that a header claims is checked against the file
 * and the limits, before anything is read or allocated. Immutable and thread-safe.
 */
public final class WavAudio {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int FORMAT_BYTES = 16;
    private static final int PCM = 1;
    private static final int MU_LAW = 7;
    private static final int PART = 1_024;

    private final ByteBuffer data;
    private final int bytesPerSample;
    private final int sampleRate;

    private WavAudio(ByteBuffer data, int bytesPerSample, int sampleRate) {
        this.data = data;
        this.bytesPerSample = bytesPerSample;
        this.sampleRate = sampleRate;
    }

    /**
     * Finds and checks the sound within a file; the bytes are not copied, so they must not change.
     *
     * @throws RejectedSpeechException if it is no whole WAV file of a readable kind or breaks a limit
     */
    public static WavAudio read(byte[] wav, WavLimits limits) throws RejectedSpeechException {
        checkBytes(wav, limits);
        ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        long claimed = 8 + Integer.toUnsignedLong(file.getInt(4));
        if (claimed > wav.length) {
            throw rejected(TRUNCATED, "the header claims %d bytes, but the file has %d", claimed, wav.length);
        }
        int bytesPerSample = 0;
        int at = 12;
        while (true) {
            if (at + 8 > claimed) {
                throw rejected(CORRUPT, "the file has no data chunk in its %d bytes", claimed);
            }
            int chunk = file.getInt(at);
            long length = Integer.toUnsignedLong(file.getInt(at + 4));
            at += 8;
            if (at + length > claimed) {
                throw rejected(TRUNCATED, "the chunk at byte %d claims %d bytes; %d follow", at, length, claimed - at);
            }
            if (chunk == FORMAT) {
                bytesPerSample = bytesPerSample(file, at, length, limits);
            }
            if (chunk == DATA) {
                if (bytesPerSample == 0) {
                    throw rejected(CORRUPT, "the data chunk at byte %d comes before any format chunk", at);
                }
                checkLength(length, bytesPerSample, limits);
                return new WavAudio(file.slice(at, (int) length), bytesPerSample, limits.sampleRate());
            }
            at = Math.toIntExact(at + length + (length & 1)); // chunks begin at even bytes
        }
    }

    /** How many samples there are. */
    public int samples() {
        return data.capacity() / bytesPerSample;
    }

    /** Samples per second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Puts all samples into the buffer, from its position on, as numbers from -1 (inclusive) to 1. */
    public void writeTo(FloatBuffer buffer) {
        ByteBuffer bytes = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] part = new float[Math.min(PART, samples())];
        for (int from = 0; from < samples(); from += part.length) {
            int count = Math.min(part.length, samples() - from);
            for (int i = 0; i < count; i++) {
                int sample = bytesPerSample == 2 ? bytes.getShort(2 * (from + i)) : expanded(bytes.get(from + i));
                part[i] = sample / 32768f;
            }
            buffer.put(part, 0, count); // one by one takes three times as long
        }
    }

    /** A byte of mu-law as 16 bits: sign, three bits of exponent and four of mantissa, all of them inverted. */
    private static int expanded(byte muLaw) {
        int bits = ~muLaw & 0xFF;
        int size = ((((bits & 0x0F) << 3) + 132) << ((bits & 0x70) >> 4)) - 132;
        return (bits & 0x80) == 0 ? size : -size;
    }

    private static void checkBytes(byte[] wav, WavLimits limits) throws RejectedSpeechException {
        if (wav.length == 0) {
            throw rejected(EMPTY, "the sound has 0 bytes");
        }
        if (wav.length > limits.mostBytes()) {
            throw rejected(TOO_LARGE, "the sound has %d bytes; at most %d are allowed", wav.length, limits.mostBytes());
        }
        ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (wav.length < 12 || file.getInt(0) != RIFF || file.getInt(8) != WAVE) {
            throw rejected(NOT_A_WAV, "the sound of %d bytes does not begin as a WAV file (RIFF....WAVE)", wav.length);
        }
    }

    private static int bytesPerSample(ByteBuffer file, int at, long length, WavLimits limits)
            throws RejectedSpeechException {
        if (length < FORMAT_BYTES) {
            throw rejected(CORRUPT, "the format chunk has %d bytes; %d are the least", length, FORMAT_BYTES);
        }
        int coding = Short.toUnsignedInt(file.getShort(at));
        int channels = Short.toUnsignedInt(file.getShort(at + 2));
        long rate = Integer.toUnsignedLong(file.getInt(at + 4));
        int frameBytes = Short.toUnsignedInt(file.getShort(at + 12));
        int bits = Short.toUnsignedInt(file.getShort(at + 14));
        boolean readable = (coding == PCM && bits == 16) || (coding == MU_LAW && bits == 8);
        if (!readable || channels != 1 || rate != limits.sampleRate()) {
            throw rejected(
                    UNSUPPORTED,
                    "the sound has coding %d of %d bits, %d channels, %d Hz; "
                            + "PCM (1) of 16 or mu-law (7) of 8, one channel and %d Hz can be read",
                    coding,
                    bits,
                    channels,
                    rate,
                    limits.sampleRate());
        }
        if (frameBytes != bits / 8) {
            throw rejected(CORRUPT, "one channel of %d bits cannot have %d bytes per sample", bits, frameBytes);
        }
        return frameBytes;
    }

    private static void checkLength(long bytes, int bytesPerSample, WavLimits limits) throws RejectedSpeechException {
        if (bytes % bytesPerSample != 0) {
            throw rejected(CORRUPT, "the data chunk has %d bytes, half a sample too many", bytes);
        }
        long samples = bytes / bytesPerSample;
        if (samples < limits.leastSamples()) {
            throw rejected(TOO_SHORT, "the sound has %d samples; %d are the least", samples, limits.leastSamples());
        }
        if (samples > limits.mostSamples()) {
            throw rejected(TOO_LONG, "the sound has %d samples; %d are the most", samples, limits.mostSamples());
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be the only reason for one more library
    private static RejectedSpeechException rejected(SpeechRejectionReason reason, String message, Object... values) {
        return new RejectedSpeechException(reason, message.formatted(values));
    }
}
