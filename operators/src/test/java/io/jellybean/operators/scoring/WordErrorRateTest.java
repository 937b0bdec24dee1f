package io.jellybean.operators.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordErrorRateTest {

    @Test
    void countsSubstitutedDeletedAndInsertedWords() {
        assertThat(WordErrorRate.errors(sentence("where is the red car", "where is the red car")))
                .isZero();
        assertThat(WordErrorRate.errors(sentence("where is the red car", "where is a red car")))
                .isEqualTo(1);
        assertThat(WordErrorRate.errors(sentence("where is the red car", "is the red car")))
                .isEqualTo(1);
        assertThat(WordErrorRate.errors(sentence("where is the red car", "where is the the red car")))
                .isEqualTo(1);
        assertThat(WordErrorRate.errors(sentence("where is the red car", "is a red red car")))
                .isEqualTo(3);
        assertThat(WordErrorRate.errors(sentence("where is it", ""))).isEqualTo(3);
    }

    @Test
    void dividesByTheWordsSaidInAllSentences() {
        // given: 1 of 4 and 2 of 2 words
        List<RecognisedSentence> sentences =
                List.of(sentence("is there a bus", "is there a van"), sentence("red cars", "rat"));

        // when, then
        assertThat(WordErrorRate.over(sentences)).isCloseTo(3 / 6.0, within(1e-12));
    }

    @Test
    void exceedsOneWhereMoreIsHeardThanSaid() {
        assertThat(WordErrorRate.over(List.of(sentence("bus", "a bus and a van"))))
                .isEqualTo(4);
    }

    @Test
    void countsSentencesWithoutAnyError() {
        List<RecognisedSentence> sentences =
                List.of(sentence("is there a bus", " is  there a bus"), sentence("red cars", "red car"));

        assertThat(WordErrorRate.wholeShare(sentences)).isEqualTo(0.5);
    }

    @Test
    void refusesATruthWithoutWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordErrorRate.over(List.of(sentence(" ", "a"))))
                .withMessageContaining("truth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordErrorRate.wholeShare(List.of()))
                .withMessageContaining("none");
    }

    private static RecognisedSentence sentence(String truth, String heard) {
        return new RecognisedSentence(truth, heard);
    }
}
