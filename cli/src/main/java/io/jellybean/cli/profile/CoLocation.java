package io.jellybean.cli.profile;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.step.QuestionLoop;
import io.jellybean.operators.step.VehicleLoop;
import java.time.Duration;
import java.util.List;

/** All operators of a workflow in one slot, one request after the other: what a profile has to predict. */
final class CoLocation implements Probe {

    private final Chain chain;
    private final Networks networks;
    private final SampleFrames sample;
    private final SampleQuestions questions;
    private final List<String> words;

    CoLocation(
            Chain chain, Networks networks, SampleFrames sample, SampleQuestions questions, List<String> words) {
        this.chain = chain;
        this.networks = networks;
        this.sample = sample;
        this.questions = questions;
        this.words = List.copyOf(words);
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
                chain.lastVariant(OperatorKind.EMBED).orElse(null),
                SampleFrames.cameras());
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
        String answerer = variant(OperatorKind.ANSWER);
        String extractor = networks.manifest(answerer) instanceof AnswerModel model
                ? model.extractor()
                : variant(OperatorKind.EXTRACT);
        QuestionLoop loop = new QuestionLoop(
                networks,
                new QuestionLoop.Variants(variant(OperatorKind.RECOGNISE), extractor, answerer),
                words);
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

    private String variant(OperatorKind kind) {
        return chain.lastVariant(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "workflow %s has no operator of kind %s".formatted(chain.workflow().id(), kind)));
    }
}
