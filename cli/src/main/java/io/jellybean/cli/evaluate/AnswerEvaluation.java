package io.jellybean.cli.evaluate;

import io.jellybean.cli.profile.Chain;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.questions.RejectedQuestionException;
import io.jellybean.operators.step.ServedOperators;
import java.util.ArrayList;
import java.util.List;

/** How many spoken questions about frames are answered exactly as they should be. */
final class AnswerEvaluation implements Evaluation {

    private final Chain chain;
    private final Networks networks;
    private final SharedResults shared;
    private final List<LabelledStreet> streets;
    private final AskedQuestions asked;

    AnswerEvaluation(
            Chain chain,
            Networks networks,
            SharedResults shared,
            List<LabelledStreet> streets,
            AskedQuestions asked) {
        this.chain = chain;
        this.networks = networks;
        this.shared = shared;
        this.streets = List.copyOf(streets);
        this.asked = asked;
    }

    @Override
    public String metric() {
        return "exact match";
    }

    @Override
    public List<String> operators() {
        return List.of(
                operator(OperatorKind.RECOGNISE).id(),
                operator(OperatorKind.EXTRACT).id(),
                operator(OperatorKind.ANSWER).id());
    }

    /** An answerer reads the features of its own extractor only. */
    @Override
    public List<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>();
        for (String recogniser : operator(OperatorKind.RECOGNISE).variants()) {
            for (String answerer : operator(OperatorKind.ANSWER).variants()) {
                String extractor = extractorOf(answerer);
                if (operator(OperatorKind.EXTRACT).variants().contains(extractor)) {
                    combinations.add(List.of(recogniser, extractor, answerer));
                }
            }
        }
        return combinations;
    }

    @Override
    public int streets() {
        return streets.size();
    }

    @Override
    public Share share(List<String> combination, int street) {
        List<String> texts = shared.texts(combination.get(0), asked.sounds(), chain.questionWords(networks));
        List<float[]> features = shared.features(combination.get(1), streets.get(street));
        int right = 0;
        int of = 0;
        try (QuestionAnswerer answerer = ServedOperators.answerer(networks, combination.get(2))) {
            for (AskedQuestion question : asked.questions()) {
                if (question.street() == street) {
                    of++;
                    right += isRight(answerer, features.get(question.frame()), texts.get(question.sound()), question)
                            ? 1
                            : 0;
                }
            }
        }
        return new Share(right, of);
    }

    private static boolean isRight(
            QuestionAnswerer answerer, float[] features, String text, AskedQuestion question) {
        try {
            return features.length > 0
                    && answerer.answer(features, text).text().equals(question.answer());
        } catch (RejectedQuestionException notUnderstood) {
            return false;
        }
    }

    private Operator operator(OperatorKind kind) {
        return chain.operator(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "workflow %s answers questions, so it needs an operator of kind %s"
                                .formatted(chain.workflow().id(), kind)));
    }

    private String extractorOf(String answerer) {
        if (networks.manifest(answerer) instanceof AnswerModel model) {
            return model.extractor();
        }
        throw new IllegalArgumentException("model %s: its task must be answer, but is %s. Maybe correct the workflow."
                .formatted(answerer, networks.manifest(answerer).task()));
    }
}
