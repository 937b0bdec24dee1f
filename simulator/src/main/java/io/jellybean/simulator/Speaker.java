package io.jellybean.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says sentences as people do who stand somewhere outdoors: each in one of many voices, faster or slower, with an echo and noise.
 * Needs espeak-ng. Thread-safe.
 */
public final class Speaker {
    /** Of every sound. */
    public static final int SAMPLES_PER_SECOND = 16_000;

    private static final double SILENT = 0.01;

    private final SpeechSynthesizer synthesizer = new SpeechSynthesizer();
    private final Map<Integer, Resampler> resamplerByRate = new ConcurrentHashMap<>();
    private final Voice[] voices;

    /**
     * Speaks with the voices of a split.
     *
     * @throws SpeechUnavailableException if espeak-ng is missing or lacks a voice
     */
    public Speaker(SpeechSplit split) {
        voices = split.voices().toArray(Voice[]::new);
        synthesizer.require(List.of(voices));
    }

    /**
     * A sentence as a WAV file: 16 kHz, one channel, 16 bits. The same sentence, seed and number give the same sound.
     *
     * @param sentence in lower case and without marks
     * @throws SpeechUnavailableException if espeak-ng fails
     */
    public byte[] wav(String sentence, long seed, long number) {
        return WavBytes.PCM.of(
                say(sentence, Draws.of(seed, "utterance", number)).heard());
    }

    Spoken say(String sentence, Draws draws) {
        Utterance utterance = Utterance.drawn(sentence, voices, draws);
        Sound spoken = synthesizer.say(utterance).trimmed(SILENT);
        Resampler resampler = resamplerByRate.computeIfAbsent(
                spoken.samplesPerSecond(), from -> new Resampler(from, SAMPLES_PER_SECOND));
        return new Spoken(utterance, Surroundings.heard(resampler.resample(spoken), draws));
    }

    /** What was said, and how it reached the microphone. */
    record Spoken(Utterance utterance, Sound heard) {}
}
