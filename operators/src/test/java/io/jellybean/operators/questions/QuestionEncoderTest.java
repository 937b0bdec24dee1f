package io.jellybean.operators.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jellybean.domain.model.WordsInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionEncoderTest {

    private final QuestionEncoder encoder =
            new QuestionEncoder(new WordsInput("words", 4, List.of("", "?", "where", "is", "it")));

    @Test
    void numbersTheWordsAndFillsUp() throws RejectedQuestionException {
        assertThat(encoder.encode("where is it")).containsExactly(2, 3, 4, 0);
    }

    @Test
    void doesNotMindCaseAndPunctuation() throws RejectedQuestionException {
        assertThat(encoder.encode("  Where, is\tIT?!")).containsExactly(2, 3, 4, 0);
    }

    @Test
    void keepsThePlaceOfAWordItDoesNotKnow() throws RejectedQuestionException {
        assertThat(encoder.encode("where is ? \u00fcber")).containsExactly(2, 3, 1, 0);
        assertThat(encoder.encode("where's it")).containsExactly(1, 4, 0, 0);
    }

    @Test
    void rejectsAQuestionWithoutWords() {
        assertRejected("", QuestionRejection.EMPTY, "no words");
        assertRejected(" ?! ", QuestionRejection.EMPTY, "no words");
    }

    @Test
    void rejectsAQuestionThatIsTooLong() {
        assertRejected("where is it where is", QuestionRejection.TOO_LONG, "4");
    }

    @Test
    void rejectsAQuestionOfWhichItKnowsNothing() {
        assertRejected("bonjour monde", QuestionRejection.NO_KNOWN_WORD, "2");
    }

    private void assertRejected(String question, QuestionRejection reason, String message) {
        assertThatExceptionOfType(RejectedQuestionException.class)
                .isThrownBy(() -> encoder.encode(question))
                .withMessageContaining(message)
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
