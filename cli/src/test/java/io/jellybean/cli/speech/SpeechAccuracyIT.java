package io.jellybean.cli.speech;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.scoring.RecognisedSentence;
import io.jellybean.operators.scoring.WordErrorRate;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.simulator.QuestionGrammar;
import io.jellybean.simulator.SpeechSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the recognisers again, with the job's own code, on questions and voices that their training never heard. */
final class SpeechAccuracyIT {

    private static final Path SET = Path.of("../models/evaluation/speech");

    /** Sentences of the set that the manifest's interval is about; the one that is shipped is smaller. */
    private static final double SENTENCES_OF_THE_MANIFEST = 400;

    @ParameterizedTest
    @ValueSource(strings = {"speech-s", "speech-m", "speech-l"})
    void isWhatTheManifestSays(String variant) throws Exception {
        MeasuredAccuracy promised = PackagedModels.manifest(variant).accuracy();
        List<RecognisedSentence> heard = heard(variant, List.of());

        double width = 2 * requireNonNull(promised.confidence95()).halfWidth();
        double forFewer = width * Math.sqrt(SENTENCES_OF_THE_MANIFEST / heard.size());
        assertThat(WordErrorRate.over(heard)).isCloseTo(promised.value(), within(forFewer));
    }

    @Test
    void theBestOneUnderstandsQuestionsWithTheLexicon() throws Exception {
        List<RecognisedSentence> heard = heard("speech-l", QuestionGrammar.words());

        assertThat(WordErrorRate.over(heard)).isLessThanOrEqualTo(0.05);
        assertThat(WordErrorRate.wholeShare(heard)).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void theLexiconHelpsTheSmallOne() throws Exception {
        assertThat(WordErrorRate.over(heard("speech-s", QuestionGrammar.words())))
                .isLessThan(WordErrorRate.over(heard("speech-s", List.of())));
    }

    @Test
    void allSentencesAreHeldOut() throws IOException {
        assertThat(lines())
                .allSatisfy(line -> assertThat(SpeechSplit.of(line[6])).isEqualTo(SpeechSplit.TEST));
    }

    private static List<RecognisedSentence> heard(String variant, List<String> words)
            throws IOException, RejectedSpeechException {
        List<RecognisedSentence> sentences = new ArrayList<>();
        OnnxNetworks networks = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);
        try (SpeechRecogniser recogniser = ServedOperators.recogniser(networks, variant, words)) {
            for (String[] line : lines()) {
                byte[] wav = Files.readAllBytes(SET.resolve("audio").resolve(line[0]));
                sentences.add(new RecognisedSentence(
                        line[6], recogniser.recognise(wav).text()));
            }
        }
        return sentences;
    }

    /** File, split, voice, words per minute, pitch, volume, text. */
    private static List<String[]> lines() throws IOException {
        return Files.readAllLines(SET.resolve("audio.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
