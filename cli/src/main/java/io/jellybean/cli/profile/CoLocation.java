package io.jellybean.cli.profile;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.step.QuestionLoop;
import io.jellybean.operators.step.VehicleLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All operators of a workflow in one slot, one request after the other: what a profile has to predict. */
final class CoLocation implements Probe {

    private final Chain chain;
    private final Networks networks;
    private final SampleFrames sample;
    private final SampleQuestions questions;
    private final List<String> words;
    private final Map<String, String> variantByOperator = new LinkedHashMap<>();

    CoLocation(Chain chain, Networks networks, SampleFrames sample, SampleQuestions questions, List<String> words) {
        this.chain = chain;
        this.networks = networks;
        this.sample = sample;
        this.questions = questions;
        this.words = List.copyOf(words);
        for (Operator operator : chain.workflow().operators()) {
            variantByOperator.put(operator.id(), variant(operator.kind()));
        }
    }

    /** The variant of each operator that runs here, in the order of the workflow. */
    List<String> variants() {
        return List.copyOf(variantByOperator.values());
    }

    /** Compares what a profile of one worker type says of these variants with what they took together. */
    Check check(Profile profile, Duration measured) {
        Duration predicted = profile.serviceTimes().stream()
                .filter(row -> row.variant().equals(variantByOperator.get(row.operator())))
                .map(ServiceTime::time)
                .reduce(Duration.ZERO, Duration::plus);
        return new Check(predicted, measured);
    }

    /**
     * How well a profile predicts.
     *
     * @param predicted the sum of the operators' service times
     * @param measured the service time of all of them together
     */
    record Check(Duration predicted, Duration measured) {
        double ratio() {
            return (double) predicted.toNanos() / measured.toNanos();
        }
    }

    @Override
    public int requestsPerCall() {
        return 1;
    }

    @Override
    public Run open() {
        return chain.operator(OperatorKind.ANSWER).isPresent() ? questions() : vehicles();
    }

    private Run vehicles() {
        VehicleLoop loop = new VehicleLoop(
                networks,
                variant(OperatorKind.DETECT),
                chain.lastVariant(OperatorKind.EMBED).orElse(null));
        return new Run() {
            private long frame;

            @Override
            public void call() throws Exception {
                loop.next(sample.frame(frame++));
            }

            @Override
            public void close() {
                loop.close();
            }
        };
    }

    private Run questions() {
        QuestionLoop.Variants variants = new QuestionLoop.Variants(
                variant(OperatorKind.RECOGNISE), variant(OperatorKind.EXTRACT), variant(OperatorKind.ANSWER));
        QuestionLoop loop = new QuestionLoop(networks, variants, words);
        return new Run() {
            private int request;

            @Override
            public void call() throws Exception {
                byte[] wav = questions.wavs().get(request % questions.wavs().size());
                loop.answer(sample.frame(request++).jpeg(), wav);
            }

            @Override
            public void close() {
                loop.close();
            }
        };
    }

    /** The last one; of extractors that whose features the answerer reads. */
    private String variant(OperatorKind kind) {
        if (kind == OperatorKind.EXTRACT
                && chain.lastVariant(OperatorKind.ANSWER)
                                .map(networks::manifest)
                                .orElse(null)
                        instanceof AnswerModel answerer) {
            return answerer.extractor();
        }
        return chain.lastVariant(kind)
                .orElseThrow(() -> new IllegalArgumentException("workflow %s has no operator of kind %s"
                        .formatted(chain.workflow().id(), kind)));
    }
}
