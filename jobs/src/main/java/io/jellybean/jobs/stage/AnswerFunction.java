package io.jellybean.jobs.stage;

import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.FrameFeatures;
import io.jellybean.jobs.record.HeardQuestion;
import io.jellybean.operators.questions.Answer;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.questions.RejectedQuestionException;
import io.jellybean.operators.step.ServedOperators;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Joins questions with the frames that they are about, by request, and answers them: exactly one record for every request. The half
 * that comes first waits for the other one for a bounded time; a half that comes when its request is closed is dropped, and
 * some time later the request is forgotten.
 */
public final class AnswerFunction
        extends KeyedCoProcessFunction<String, HeardQuestion, FrameFeatures, AnsweredQuestion> {

    /** How many times longer than a half waits a request that is closed is remembered. */
    private static final int REMEMBERED = 6;

    private final PlannedModel model;
    private final long waitMillis;
    private transient @Nullable QuestionAnswerer answerer;
    private transient @Nullable StageMetrics work;
    private transient @Nullable ValueState<HeardQuestion> question;
    private transient @Nullable ValueState<FrameFeatures> frame;
    private transient @Nullable ValueState<Long> closedUntilMillis;

    /**
     * @param wait how long the half that comes first waits for the other one
     */
    public AnswerFunction(PlannedModel model, Duration wait) {
        this.model = model;
        this.waitMillis = wait.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        answerer = ServedOperators.answerer(model.networks(), model.variant());
        work = StageMetrics.ofModel(getRuntimeContext().getMetricGroup(), model);
        question = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("question", TypeInformation.of(HeardQuestion.class)));
        frame = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("frame", TypeInformation.of(FrameFeatures.class)));
        closedUntilMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("closed-until", Types.LONG));
    }

    @Override
    public void processElement1(HeardQuestion heard, Context context, Collector<AnsweredQuestion> out)
            throws Exception {
        if (isClosed()) {
            return;
        }
        Objects.requireNonNull(question).update(heard);
        goOn(context, out);
    }

    @Override
    public void processElement2(FrameFeatures seen, Context context, Collector<AnsweredQuestion> out) throws Exception {
        if (isClosed()) {
            return;
        }
        Objects.requireNonNull(frame).update(seen);
        goOn(context, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AnsweredQuestion> out) throws Exception {
        Long until = Objects.requireNonNull(closedUntilMillis).value();
        if (until != null) {
            if (timestamp >= until) {
                closedUntilMillis.clear();
            }
            return;
        }
        HeardQuestion heard = Objects.requireNonNull(question).value();
        FrameFeatures seen = Objects.requireNonNull(frame).value();
        if (heard != null || seen != null) {
            String missing =
                    "%s did not come within %d ms".formatted(heard == null ? "the question" : "the frame", waitMillis);
            close(context, out, unanswered(AnsweredQuestion.TIMED_OUT, heard, seen, missing));
        }
    }

    /** Answers if both halves are there, or one of them can never be used. */
    private void goOn(Context context, Collector<AnsweredQuestion> out) throws Exception {
        HeardQuestion heard = Objects.requireNonNull(question).value();
        FrameFeatures seen = Objects.requireNonNull(frame).value();
        String fault = heard != null && !heard.fault().isEmpty() ? heard.fault() : seen == null ? "" : seen.fault();
        if (!fault.isEmpty()) {
            close(context, out, unanswered(AnsweredQuestion.REJECTED, heard, seen, fault));
        } else if (heard != null && seen != null) {
            close(context, out, answered(heard, seen));
        } else {
            context.timerService()
                    .registerProcessingTimeTimer(context.timerService().currentProcessingTime() + waitMillis);
        }
    }

    private AnsweredQuestion answered(HeardQuestion heard, FrameFeatures seen) {
        StageMetrics measured = Objects.requireNonNull(work);
        measured.begin(heard.sentAtMillis() > seen.sentAtMillis() ? heard : seen);
        AnsweredQuestion answered = answer(heard, seen);
        measured.end();
        return answered;
    }

    private AnsweredQuestion answer(HeardQuestion heard, FrameFeatures seen) {
        try {
            Answer answer = Objects.requireNonNull(answerer).answer(seen.values(), heard.text());
            return new AnsweredQuestion(
                    heard.request(),
                    Math.min(heard.askedAtMillis(), seen.capturedAtMillis()),
                    AnsweredQuestion.ANSWERED,
                    heard.text(),
                    answer.text(),
                    answer.confidence(),
                    "");
        } catch (RejectedQuestionException unusable) {
            return unanswered(AnsweredQuestion.REJECTED, heard, seen, String.valueOf(unusable.getMessage()));
        }
    }

    private static AnsweredQuestion unanswered(
            String outcome, @Nullable HeardQuestion heard, @Nullable FrameFeatures seen, String why) {
        String request =
                heard != null ? heard.request() : Objects.requireNonNull(seen).request();
        long askedAtMillis = Math.min(
                heard == null ? Long.MAX_VALUE : heard.askedAtMillis(),
                seen == null ? Long.MAX_VALUE : seen.capturedAtMillis());
        return new AnsweredQuestion(request, askedAtMillis, outcome, heard == null ? "" : heard.text(), "", 0, why);
    }

    private void close(Context context, Collector<AnsweredQuestion> out, AnsweredQuestion last) throws Exception {
        out.collect(last);
        Objects.requireNonNull(question).clear();
        Objects.requireNonNull(frame).clear();
        long until = context.timerService().currentProcessingTime() + REMEMBERED * waitMillis;
        Objects.requireNonNull(closedUntilMillis).update(until);
        context.timerService().registerProcessingTimeTimer(until);
    }

    private boolean isClosed() throws Exception {
        return Objects.requireNonNull(closedUntilMillis).value() != null;
    }

    @Override
    public void close() {
        if (answerer != null) {
            answerer.close();
        }
    }
}
