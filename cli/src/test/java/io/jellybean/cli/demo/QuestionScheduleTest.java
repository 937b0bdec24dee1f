package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.simulator.QuestionGrammar;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuestionScheduleTest {

    private static final List<SpokenSentence> SPOKEN = List.of(
            new SpokenSentence("are there any grey trucks", new byte[] {1}),
            new SpokenSentence("are there any grey trucks", new byte[] {2}),
            new SpokenSentence("what colour is the van", new byte[] {3}),
            new SpokenSentence("who is there", new byte[] {4}));

    private final StreetRecording recording = Recordings.of(40, 5);
    private final List<TimedQuestion> questions = QuestionSchedule.of(recording, SPOKEN, 5);

    @Test
    void asksOfTheSetOnlyWhatHasAnAnswer() {
        assertThat(questions).isNotEmpty().hasSizeLessThanOrEqualTo(20).allSatisfy(question -> {
            assertThat(question.question().text()).isNotEqualTo("who is there");
            assertThat(QuestionGrammar.answers()).contains(question.answer());
        });
    }

    @Test
    void asksAboutAFrameOfTheMoment() {
        for (TimedQuestion question : questions) {
            int frame = (int) (question.dueMicros() / 1e6 * Recordings.FRAMES_PER_SECOND);
            assertThat(question.jpeg())
                    .isSameAs(recording.frames(question.camera()).get(frame).jpeg());
        }
    }

    @Test
    void everyQuestionIsARequestOfItsOwnAndInOrder() {
        assertThat(questions).extracting(TimedQuestion::request).doesNotHaveDuplicates();
        assertThat(questions).isSortedAccordingTo(Comparator.comparingLong(TimedQuestion::dueMicros));
    }

    @Test
    void oneSentenceIsHeardInAllItsVoices() {
        List<SpokenSentence> grey = questions.stream()
                .map(TimedQuestion::question)
                .filter(sentence -> sentence.text().equals("are there any grey trucks"))
                .toList();

        assertThat(grey).hasSizeGreaterThan(1);
        assertThat(grey.get(0)).isNotSameAs(grey.get(1));
    }
}
