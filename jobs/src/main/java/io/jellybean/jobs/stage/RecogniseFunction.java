package io.jellybean.jobs.stage;

import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.HeardQuestion;
import io.jellybean.jobs.record.IncomingQuestion;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.ServedOperators;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Writes down spoken questions, one record out for every question in; a written one goes on as it is. */
public final class RecogniseFunction extends ProcessFunction<IncomingQuestion, HeardQuestion> {

    private static final String REFUSED = "the question was refused, see the topic rejected";

    private final String operator;
    private final PlannedModel model;
    private final List<String> words;
    private transient @Nullable SpeechRecogniser recogniser;
    private transient @Nullable Rejecter rejecter;
    private transient @Nullable StageMetrics work;

    /**
     * @param operator named in the records of refused questions
     * @param words that can be said; empty if any can
     */
    public RecogniseFunction(String operator, PlannedModel model, List<String> words) {
        this.operator = operator;
        this.model = model;
        this.words = List.copyOf(words);
    }

    @Override
    public void open(OpenContext context) {
        recogniser = ServedOperators.recogniser(model.networks(), model.variant(), words);
        rejecter = new Rejecter(operator, getRuntimeContext().getMetricGroup());
        work = StageMetrics.ofModel(getRuntimeContext().getMetricGroup(), model);
    }

    @Override
    public void processElement(IncomingQuestion question, Context context, Collector<HeardQuestion> out) {
        if (question.content().length == 0) {
            out.collect(heard(question, "", REFUSED));
        } else if (!question.isSpoken()) {
            out.collect(heard(question, new String(question.content(), StandardCharsets.UTF_8).strip(), ""));
        } else {
            StageMetrics measured = Objects.requireNonNull(work);
            measured.begin(question);
            HeardQuestion heard = recognise(question, context);
            measured.end();
            out.collect(heard);
        }
    }

    private HeardQuestion recognise(IncomingQuestion question, Context context) {
        try {
            String text = Objects.requireNonNull(recogniser)
                    .recognise(question.content())
                    .text();
            return heard(question, text, "");
        } catch (RejectedSpeechException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(question, unusable));
            return heard(question, "", String.valueOf(unusable.getMessage()));
        }
    }

    private static HeardQuestion heard(IncomingQuestion question, String text, String fault) {
        return new HeardQuestion(question.request(), question.askedAtMillis(), text, fault, System.currentTimeMillis());
    }

    @Override
    public void close() {
        if (recogniser != null) {
            recogniser.close();
        }
    }
}
