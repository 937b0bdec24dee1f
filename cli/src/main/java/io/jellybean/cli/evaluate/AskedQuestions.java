package io.jellybean.cli.evaluate;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.simulator.SpeechSet;
import io.jellybean.simulator.SpeechSetSettings;
import io.jellybean.simulator.SpeechSplit;
import io.jellybean.simulator.SpeechUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Questions about streets, spoken in sentences and by voices that no training heard.
 *
 * @param sounds WAV files
 */
record AskedQuestions(List<AskedQuestion> questions, List<byte[]> sounds) {

    private static final long SPEECH_SEED = 5_001;

    AskedQuestions {
        questions = List.copyOf(questions);
        sounds = List.copyOf(sounds);
    }

    private record Asked(int street, int frame, KnownQuestion question) {}

    /**
     * Asks about frames that lie evenly over the streets; the sounds are kept on disk.
     *
     * @param most how many at most
     */
    static AskedQuestions about(List<LabelledStreet> streets, int most, Path folder) {
        CommandFailedException.requireRange("--questions", most, 1, 100_000);
        List<Asked> asked = asked(streets, most);
        Path spoken = spoken(asked, folder);
        Map<String, List<Integer>> soundsByText = new HashMap<>();
        List<byte[]> sounds = new ArrayList<>();
        for (SpokenSentence sentence : SpokenSentence.read(spoken)) {
            soundsByText
                    .computeIfAbsent(sentence.text(), text -> new ArrayList<>())
                    .add(sounds.size());
            sounds.add(sentence.wav());
        }
        List<AskedQuestion> questions = new ArrayList<>();
        for (Asked each : asked) {
            List<Integer> ways = soundsByText.getOrDefault(each.question().text(), List.of());
            if (!ways.isEmpty()) { // utterances are drawn: a rare sentence may have none
                questions.add(new AskedQuestion(
                        each.street(),
                        each.frame(),
                        ways.get(questions.size() % ways.size()),
                        each.question().answer()));
            }
        }
        return new AskedQuestions(questions, sounds);
    }

    /** Of sentences that no training heard, evenly over all frames. */
    private static List<Asked> asked(List<LabelledStreet> streets, int most) {
        List<Asked> all = new ArrayList<>();
        for (int street = 0; street < streets.size(); street++) {
            List<LabelledFrame> frames = streets.get(street).frames();
            for (int frame = 0; frame < frames.size(); frame++) {
                for (KnownQuestion question : frames.get(frame).questions()) {
                    if (SpeechSplit.of(question.text()) == SpeechSplit.TEST) {
                        all.add(new Asked(street, frame, question));
                    }
                }
            }
        }
        if (all.isEmpty()) {
            throw new CommandFailedException(
                    "no question is known about these streets. Maybe draw them anew, with more frames: --seeds, --frames.");
        }
        int wanted = Math.min(most, all.size());
        return IntStream.range(0, wanted)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / wanted)))
                .toList();
    }

    private static Path spoken(List<Asked> asked, Path folder) {
        List<String> texts = asked.stream()
                .map(each -> each.question().text())
                .distinct()
                .sorted()
                .toList();
        String hash = ResultCache.sha256(String.join("\n", texts).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        Path place = folder.resolve("speech-" + hash);
        try {
            if (!Files.isDirectory(place)) {
                Files.createDirectories(folder);
                Path beside = Files.createTempDirectory(folder, "unfinished-");
                new SpeechSet(new SpeechSetSettings(texts, SpeechSplit.TEST, 2 * texts.size(), SPEECH_SEED, false))
                        .write(beside, () -> {});
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return place;
        } catch (SpeechUnavailableException silent) {
            throw new CommandFailedException("no question can be spoken here: " + silent.getMessage(), silent);
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --cache."
                            .formatted(folder, unwritable),
                    unwritable);
        }
    }
}
