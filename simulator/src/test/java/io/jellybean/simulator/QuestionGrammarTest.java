package io.jellybean.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuestionGrammarTest {

    @Test
    void hasTheWordsOfAllColoursAndTypes() {
        assertThat(QuestionGrammar.words())
                .isSorted()
                .hasSizeBetween(80, 120)
                .contains("red", "brown", "car", "buses", "vehicles", "how", "left", "ahead")
                .allMatch(word -> word.matches("[a-z]+"));
    }

    @Test
    void answersWithNumbersColoursTypesAndPlaces() {
        assertThat(QuestionGrammar.answers())
                .doesNotHaveDuplicates()
                .contains("0", "6", "red", "truck", "yes", "no", "left", "ahead", "right")
                .hasSize(26);
    }

    @Test
    void sentencesAreManyAndComeAgainFromTheirSeed() {
        List<String> sentences = LongStream.range(0, 500)
                .mapToObj(number -> QuestionGrammar.sentence(3, number))
                .toList();

        assertThat(sentences)
                .doesNotContain(QuestionGrammar.sentence(4, 0))
                .allSatisfy(sentence ->
                        assertThat(QuestionGrammar.words()).containsAll(Arrays.asList(sentence.split(" "))));
        assertThat(sentences.stream().distinct().count()).isGreaterThan(400);
        assertThat(QuestionGrammar.sentence(3, 7)).isEqualTo(sentences.get(7));
    }
}
