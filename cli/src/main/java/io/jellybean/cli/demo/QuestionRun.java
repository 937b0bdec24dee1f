package io.jellybean.cli.demo;

import io.jellybean.domain.result.AnsweredQuestion;
import java.util.List;

/**
 * What went into the workflow that answers, and what came out.
 *
 * @param asked each with the moment it was asked
 */
record QuestionRun(List<SentQuestion> asked, List<Received<AnsweredQuestion>> answers) {
    QuestionRun {
        asked = List.copyOf(asked);
        answers = List.copyOf(answers);
    }

    /**
     * A question that the broker has, with its frame.
     *
     * @param askedAtMillis milliseconds since 1970 UTC
     */
    record SentQuestion(TimedQuestion question, long askedAtMillis) {}
}
