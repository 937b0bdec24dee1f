package io.jellybean.cli.demo;

import io.jellybean.domain.result.AnsweredQuestion;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the questions: counted, each question once, by its first answer. */
final class ServedQuestions {

    private final QuestionRun run;
    private final Map<String, AnsweredQuestion> firstByRequest = new LinkedHashMap<>();

    ServedQuestions(QuestionRun run) {
        this.run = run;
        run.answers().stream()
                .map(Received::result)
                .forEach(answer -> firstByRequest.putIfAbsent(answer.request(), answer));
    }

    long asked() {
        return run.asked().size();
    }

    /** How many came to this outcome. */
    long count(String outcome) {
        return firstByRequest.values().stream()
                .filter(answer -> answer.outcome().equals(outcome))
                .count();
    }

    /** Questions of which nothing was heard again. */
    long lost() {
        return asked() - firstByRequest.size();
    }

    /** Answers to questions that had one. */
    long doubled() {
        return (long) run.answers().size() - firstByRequest.size();
    }

    /** Questions whose answer is the very word of the truth. */
    long right() {
        return run.asked().stream()
                .map(QuestionRun.SentQuestion::question)
                .filter(question -> {
                    AnsweredQuestion answer = firstByRequest.get(question.request());
                    return answer != null && answer.answer().equals(question.answer());
                })
                .count();
    }

    Latency latency() {
        return Latency.of(run.answers(), AnsweredQuestion::askedAtMillis);
    }
}
