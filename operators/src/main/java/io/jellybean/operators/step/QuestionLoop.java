package io.jellybean.operators.step;

import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.Answer;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.questions.RejectedQuestionException;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.vision.RejectedFrameException;
import java.util.List;

/** A whole spoken-question workflow in one thread: recognise, extract, answer. Closing it closes its operators. */
public final class QuestionLoop implements AutoCloseable {

    private final SpeechRecogniser recogniser;
    private final FeatureExtractor extractor;
    private final QuestionAnswerer answerer;

    /** The variants of the three operators. */
    public record Variants(String recogniser, String extractor, String answerer) {}

    /**
     * @param words that questions are made of; empty if any text may be said
     */
    public QuestionLoop(Networks networks, Variants variants, List<String> words) {
        recogniser = ServedOperators.recogniser(networks, variants.recogniser(), words);
        extractor = ServedOperators.extractor(networks, variants.extractor());
        answerer = ServedOperators.answerer(networks, variants.answerer());
    }

    /**
     * Answers a spoken question about a frame.
     *
     * @throws RejectedFrameException if the frame cannot be used
     * @throws RejectedSpeechException if the sound cannot be used
     * @throws RejectedQuestionException if what was understood is no question
     */
    public Answer answer(byte[] jpeg, byte[] wav)
            throws RejectedFrameException, RejectedSpeechException, RejectedQuestionException {
        String question = recogniser.recognise(wav).text();
        return answerer.answer(extractor.extract(jpeg), question);
    }

    @Override
    public void close() {
        recogniser.close();
        extractor.close();
        answerer.close();
    }
}
