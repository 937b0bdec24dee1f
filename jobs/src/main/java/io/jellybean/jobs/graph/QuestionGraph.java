package io.jellybean.jobs.graph;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.FrameFeatures;
import io.jellybean.jobs.record.HeardQuestion;
import io.jellybean.jobs.record.IncomingQuestion;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.AnswerFunction;
import io.jellybean.jobs.stage.ExtractFunction;
import io.jellybean.jobs.stage.RecogniseFunction;
import java.time.Duration;
import java.util.List;

/** The vertices that hear questions, look at frames and answer. */
final class QuestionGraph {

    /** How long a question waits for its frame, or a frame for its question. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Placing placing;
    private final Outputs<NumberedFrame> frames;
    private final Outputs<IncomingQuestion> questions;
    private final Outputs<HeardQuestion> heard;
    private final Outputs<FrameFeatures> features;
    private final Outputs<AnsweredQuestion> answered;

    QuestionGraph(Placing placing, Outputs<NumberedFrame> frames, Outputs<IncomingQuestion> questions) {
        this.placing = placing;
        this.frames = frames;
        this.questions = questions;
        this.heard = new Outputs<>(placing.job(), HeardQuestion.class);
        this.features = new Outputs<>(placing.job(), FrameFeatures.class);
        this.answered = new Outputs<>(placing.job(), AnsweredQuestion.class);
    }

    /** What leaves answerers. */
    Outputs<AnsweredQuestion> answered() {
        return answered;
    }

    void addRecogniser(Vertex vertex) {
        RecogniseFunction recognise = new RecogniseFunction(vertex.node(), placing.model(vertex), words());
        heard.add(
                vertex,
                placing.placeRefusing(vertex, questions.into(vertex).rebalance().process(recognise)));
    }

    void addExtractor(Vertex vertex) {
        ExtractFunction extract = new ExtractFunction(vertex.node(), placing.model(vertex));
        features.add(
                vertex,
                placing.placeRefusing(vertex, frames.into(vertex).rebalance().process(extract)));
    }

    void addAnswerer(Vertex vertex) {
        answered.add(
                vertex,
                placing.place(
                        vertex,
                        heard.into(vertex)
                                .keyBy(HeardQuestion::request)
                                .connect(features.into(vertex).keyBy(FrameFeatures::request))
                                .process(new AnswerFunction(placing.model(vertex), WAIT))));
    }

    /** Those that the answerer knows: nothing else need be understood. */
    private List<String> words() {
        return placing.first(OperatorKind.ANSWER)
                .map(operator -> PackagedModels.manifest(placing.variant(operator.id())))
                .map(manifest -> ((AnswerModel) manifest).words().known())
                .orElse(List.of());
    }
}
