package io.jellybean.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a sound between the speaker and the file; none of it needs espeak-ng. */
class SpokenSoundTest {

    private static final int RATE = 22_050;

    @Test
    void aToneSurvivesTheChangeOfRate() {
        Sound slower = new Resampler(RATE, 16_000).resample(tone(1000));

        assertThat(slower.samplesPerSecond()).isEqualTo(16_000);
        assertThat(slower.samples()).hasSize(16_000);
        for (int i = 1000; i < 15_000; i++) {
            assertThat(slower.samples()[i]).isCloseTo((float) Math.sin(2 * Math.PI * 1000 * i / 16_000), within(1e-3f));
        }
    }

    @Test
    void aToneThatTheNewRateCannotHoldVanishesInsteadOfFoldingBack() {
        Sound slower = new Resampler(RATE, 16_000).resample(tone(9500));

        assertThat(slower.loudness()).isLessThan(0.01);
    }

    @Test
    void silenceAroundASentenceIsCutOff() {
        Sound sound = new Sound(new float[] {0, 0.001f, 0.5f, 0, -0.7f, 0.002f, 0}, RATE);

        assertThat(sound.trimmed(0.01).samples()).containsExactly(0.5f, 0, -0.7f);
    }

    @Test
    void theSameDrawsGiveTheSameSurroundings() {
        Sound one = Surroundings.heard(tone(300), Draws.of(1, "noise"));
        Sound again = Surroundings.heard(tone(300), Draws.of(1, "noise"));
        Sound other = Surroundings.heard(tone(300), Draws.of(2, "noise"));

        assertThat(one.samples()).isEqualTo(again.samples()).isNotEqualTo(other.samples());
        assertThat(one.samples().length).isGreaterThan(RATE);
    }

    @Test
    void writesSixteenBitsAsTheyAre() {
        ByteBuffer wav = ByteBuffer.wrap(WavBytes.PCM.of(new Sound(new float[] {0, 0.5f, -1, 2}, 16_000)))
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(wav.capacity()).isEqualTo(44 + 8);
        assertThat(wav.getInt(24)).isEqualTo(16_000);
        assertThat(List.of(wav.getShort(44), wav.getShort(46), wav.getShort(48), wav.getShort(50)))
                .containsExactly((short) 0, (short) 16_384, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** The code words of ITU-T G.711, table 2. */
    @Test
    void writesMuLaw() {
        byte[] wav = WavBytes.MU_LAW.of(new Sound(new float[] {0, 1, -1, 120 / 32_768f}, 16_000));

        assertThat(wav).hasSize(44 + 4).endsWith(0xFF, 0x80, 0x00, 0xF0);
        assertThat(wav[20]).isEqualTo((byte) 7);
    }

    @Test
    void saysWhatToInstallWhereNobodyCanSpeak() {
        SpeechSynthesizer nobody = new SpeechSynthesizer("no-such-program");

        assertThatExceptionOfType(SpeechUnavailableException.class)
                .isThrownBy(() -> nobody.require(SpeechSplit.TEST.voices()))
                .withMessageContainingAll("no-such-program", "apt-get install espeak-ng");
    }

    @Test
    void namesTheSettingThatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpeechSetSettings(List.of(), SpeechSplit.TEST, 1, 1, false))
                .withMessageContaining("sentences");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Utterance("a bus", new Voice("en", "m1"), 500, 50, 100))
                .withMessageContainingAll("wordsPerMinute", "500");
    }

    private static Sound tone(double hertz) {
        float[] samples = new float[RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return new Sound(samples, RATE);
    }
}
