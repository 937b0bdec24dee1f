package io.jellybean.simulator;

/**
 * Where a sentence is said: a pause before and after it, the echoes of a room or of house fronts, and the noise of a
 * street, which rumbles more than it hisses. All of it depends on the draws alone.
 */
final class Surroundings {
    private static final double LEAST_PAUSE_SECONDS = 0.02;
    private static final double MOST_PAUSE_SECONDS = 0.2;
    private static final int MOST_ECHOES = 12;
    private static final double LEAST_SIGNAL_TO_NOISE_DB = 8;
    private static final double MOST_SIGNAL_TO_NOISE_DB = 30;
    private static final double LOUDEST = 0.97;

    private Surroundings() {}

    /** The sound of a speaker close by, as a microphone hears it. */
    static Sound heard(Sound speech, Draws draws) {
        int rate = speech.samplesPerSecond();
        int before = (int) (draws.between(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS) * rate);
        int after = (int) (draws.between(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS) * rate);
        float[] heard = withEchoes(speech.padded(before, after).samples(), rate, draws);
        double signalToNoise = draws.between(LEAST_SIGNAL_TO_NOISE_DB, MOST_SIGNAL_TO_NOISE_DB);
        double loudness = speech.loudness() * StrictMath.pow(10, -signalToNoise / 20);
        addNoise(heard, loudness, draws);
        return new Sound(withoutClipping(heard), rate);
    }

    /** Up to a dozen echoes within 60 milliseconds, each weaker than the one before; some places have none. */
    private static float[] withEchoes(float[] dry, int rate, Draws draws) {
        float[] wet = dry.clone();
        int echoes = draws.below(MOST_ECHOES + 1);
        double strength = draws.between(0.1, 0.35);
        for (int echo = 0; echo < echoes; echo++) {
            int delay = (int) (draws.between(0.003, 0.06) * rate);
            float gain = (float) (strength * draws.between(-1, 1));
            for (int i = delay; i < wet.length; i++) {
                wet[i] += gain * dry[i - delay];
            }
            strength *= 0.85;
        }
        return wet;
    }

    /** Noise through a low pass of one pole, more or less of it, brought to the loudness. */
    private static void addNoise(float[] samples, double loudness, Draws draws) {
        double kept = draws.between(0, 0.97);
        double[] noise = new double[samples.length];
        double last = 0;
        double sum = 0;
        for (int i = 0; i < noise.length; i++) {
            last = kept * last + draws.between(-1, 1);
            noise[i] = last;
            sum += last * last;
        }
        double gain = loudness / Math.sqrt(sum / Math.max(1, noise.length) + 1e-12);
        for (int i = 0; i < noise.length; i++) {
            samples[i] += (float) (gain * noise[i]);
        }
    }

    private static float[] withoutClipping(float[] samples) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        if (loudest > LOUDEST) {
            float gain = (float) (LOUDEST / loudest);
            for (int i = 0; i < samples.length; i++) {
                samples[i] *= gain;
            }
        }
        return samples;
    }
}
