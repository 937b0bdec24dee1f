package io.jellybean.jobs.stage;

import io.jellybean.jobs.record.IncomingQuestion;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Refuses questions by key and size before anything is spent on them. One that has a key travels on without its content, so
 * that its request is answered; one without has no request.
 */
public final class IngestQuestionFunction extends ProcessFunction<IncomingQuestion, IncomingQuestion> {

    /** Half a minute of 16 kHz and 16 bits, and its header; the recogniser has the last word on sounds. */
    static final int MOST_SOUND_BYTES = 1_000_000;

    static final int MOST_TEXT_BYTES = 1_000;

    private static final byte[] NOTHING = {};

    private final String vertex;
    private transient @Nullable Rejecter rejecter;

    /**
     * @param vertex named in the records of refused questions
     */
    public IngestQuestionFunction(String vertex) {
        this.vertex = vertex;
    }

    @Override
    public void open(OpenContext context) {
        rejecter = new Rejecter(vertex, getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(IncomingQuestion question, Context context, Collector<IncomingQuestion> out) {
        Rejecter refused = Objects.requireNonNull(rejecter);
        int most = question.isSpoken() ? MOST_SOUND_BYTES : MOST_TEXT_BYTES;
        int bytes = question.content().length;
        if (!RequestKey.isUsable(question.request())) {
            context.output(Rejections.TAG, refused.withoutRequest(question));
        } else if (bytes == 0 || bytes > most) {
            context.output(Rejections.TAG, refused.ofBadSize(question, most));
            out.collect(sent(question, NOTHING));
        } else {
            out.collect(sent(question, question.content()));
        }
    }

    private static IncomingQuestion sent(IncomingQuestion question, byte[] content) {
        return new IncomingQuestion(question.request(), question.askedAtMillis(), content, System.currentTimeMillis());
    }
}
