package io.jellybean.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.questions.RejectedQuestionException;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Question;
import io.jellybean.simulator.QuestionKind;
import io.jellybean.simulator.Questions;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks again, with the operators' own code, about streets that no training saw. */
final class QuestionAccuracyIT {

    /** Of the frames that the manifests' accuracy is measured on, two in five: of each camera the first and the third. */
    private static final long FIRST_STREET = 3001;

    private static final long LAST_STREET = 3060;
    private static final long[] FRAMES = {0, 122};
    private static final int QUESTIONS_PER_FRAME = 14;

    /** What a part of the questions, and another JPEG decoder, may change. */
    private static final double TOLERANCE = 0.02;

    private static final double CLEARLY = 0.05;

    private static List<Asked> asked = List.of();

    private record Asked(CameraFrame frame, List<Question> questions) {}

    private record Tally(long right, long all) {
        double share() {
            return (double) right / all;
        }

        static Tally sum(Collection<Tally> parts) {
            return new Tally(
                    parts.stream().mapToLong(Tally::right).sum(),
                    parts.stream().mapToLong(Tally::all).sum());
        }
    }

    @BeforeAll
    static void askAboutTheStreets() {
        asked = LongStream.rangeClosed(FIRST_STREET, LAST_STREET)
                .parallel()
                .mapToObj(QuestionAccuracyIT::ofStreet)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "m", "m-int8", "l", "l-int8"})
    void isWhatTheManifestSaysAndNoGuess(String variant) throws Exception {
        double promised = PackagedModels.manifest("question-answers-" + variant)
                .accuracy()
                .value();

        Map<QuestionKind, Tally> tallies = tallies(variant);

        assertThat(Tally.sum(tallies.values()).share()).isCloseTo(promised, within(TOLERANCE));
        tallies.forEach((kind, tally) ->
                assertThat(tally.share()).as(kind.label()).isGreaterThan(shareOfTheMostFrequentAnswer(kind) + CLEARLY));
    }

    private static Map<QuestionKind, Tally> tallies(String variant)
            throws RejectedFrameException, RejectedQuestionException {
        Map<QuestionKind, Tally> tallies = new EnumMap<>(QuestionKind.class);
        Networks networks = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);
        try (FeatureExtractor extractor = new FeatureExtractor(
                        networks.openImage("question-features-" + variant), JpegLimits.defaults());
                QuestionAnswerer answerer = new QuestionAnswerer(networks.openAnswers("question-answers-" + variant))) {
            for (Asked about : asked) {
                float[] features = extractor.extract(about.frame().jpeg());
                for (Question question : about.questions()) {
                    boolean right =
                            answerer.answer(features, question.text()).text().equals(question.answer());
                    tallies.merge(
                            question.kind(),
                            new Tally(right ? 1 : 0, 1),
                            (one, other) -> Tally.sum(List.of(one, other)));
                }
            }
        }
        return tallies;
    }

    private static double shareOfTheMostFrequentAnswer(QuestionKind kind) {
        Map<String, Long> counts = asked.stream()
                .flatMap(about -> about.questions().stream())
                .filter(question -> question.kind() == kind)
                .map(Question::answer)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0) / all;
    }

    private static List<Asked> ofStreet(long seed) {
        StreetSettings settings = StreetSettings.defaults().withSeed(seed);
        Questions questions = new Questions(settings);
        return Street.generate(settings).cameras().stream()
                .flatMap(QuestionAccuracyIT::frames)
                .map(frame -> new Asked(frame, questions.about(frame, QUESTIONS_PER_FRAME)))
                .toList();
    }

    private static Stream<CameraFrame> frames(StreetCamera camera) {
        return LongStream.of(FRAMES).mapToObj(camera::frame);
    }
}
