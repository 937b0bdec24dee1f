package io.jellybean.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpeechSplitTest {

    @Test
    void noSpeakerIsInBothSplits() {
        List<String> trained =
                SpeechSplit.TRAIN.voices().stream().map(Voice::speaker).toList();
        List<String> heldOut =
                SpeechSplit.TEST.voices().stream().map(Voice::speaker).toList();

        assertThat(trained).isNotEmpty().doesNotContainAnyElementsOf(heldOut);
        assertThat(heldOut).isNotEmpty();
    }

    @Test
    void bothSplitsSpeakAllAccents() {
        assertThat(SpeechSplit.TRAIN.voices()).extracting(Voice::accent).contains("en-us", "en-gb-scotland");
        assertThat(SpeechSplit.TEST.voices()).extracting(Voice::accent).contains("en-us", "en-gb-scotland");
    }

    /** The rule is the checksum's; these two must never change sides. */
    @Test
    void aSentenceStaysOnItsSide() {
        assertThat(SpeechSplit.of("how many red cars are there")).isEqualTo(SpeechSplit.TEST);
        assertThat(SpeechSplit.of("is there a red bus")).isEqualTo(SpeechSplit.TRAIN);
        assertThat(LongStream.range(0, 5000)
                        .mapToObj(number -> QuestionGrammar.sentence(1, number))
                        .filter(sentence -> SpeechSplit.of(sentence) == SpeechSplit.TEST)
                        .count())
                .isBetween(600L, 900L);
    }
}
