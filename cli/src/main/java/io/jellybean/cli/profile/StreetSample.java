package io.jellybean.cli.profile;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Question;
import io.jellybean.simulator.Questions;
import io.jellybean.simulator.SpeechSet;
import io.jellybean.simulator.SpeechSetSettings;
import io.jellybean.simulator.SpeechSplit;
import io.jellybean.simulator.SpeechUnavailableException;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sample of a street that no training saw. */
final class StreetSample {

    private static final int QUESTIONS_PER_FRAME = 2;
    private static final int SPOKEN = 12;

    private final Street street;
    private final List<CameraFrame> frames;

    /**
     * Draws one camera's frames on all cores.
     *
     * @param drawn told after each frame
     */
    StreetSample(long seed, int frameCount, Runnable drawn) {
        street = Street.generate(StreetSettings.defaults().withSeed(seed).withCameras(1));
        frames = IntStream.range(0, frameCount)
                .parallel()
                .mapToObj(number -> {
                    CameraFrame frame = street.camera(0).frame(number);
                    drawn.run();
                    return frame;
                })
                .toList();
    }

    SampleFrames frames() {
        return new SampleFrames(
                frames.stream().map(CameraFrame::jpeg).toList(),
                street.settings().framesPerSecond());
    }

    /**
     * Questions about the frames, some of them spoken.
     *
     * @param audio a folder with WAV files; null to have some spoken here
     */
    SampleQuestions questions(@Nullable Path audio) {
        Questions asking = new Questions(street.settings());
        List<String> texts = frames.stream()
                .flatMap(frame -> asking.about(frame, QUESTIONS_PER_FRAME).stream())
                .map(Question::text)
                .toList();
        if (texts.isEmpty()) {
            throw new CommandFailedException(
                    "nothing can be asked about the frames of street %d. Maybe name another with --street, or more --frames."
                            .formatted(street.settings().seed()));
        }
        return new SampleQuestions(texts, audio == null ? spoken(texts) : wavs(audio));
    }

    private static List<byte[]> spoken(List<String> texts) {
        try {
            Path folder = Files.createTempDirectory("jellybean-speech-");
            try {
                new SpeechSet(new SpeechSetSettings(
                                texts.stream().distinct().toList(), SpeechSplit.TEST, SPOKEN, 5_001, false))
                        .write(folder, () -> {});
                return wavs(folder.resolve("audio"));
            } finally {
                delete(folder);
            }
        } catch (SpeechUnavailableException silent) {
            throw new CommandFailedException(
                    "no question can be spoken here: %s Maybe name a folder of WAV files with --audio."
                            .formatted(silent.getMessage()),
                    silent);
        } catch (IOException unwritable) {
            throw new CommandFailedException("questions cannot be spoken: " + unwritable, unwritable);
        }
    }

    private static List<byte[]> wavs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> wavs = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".wav"))
                    .sorted()
                    .toList()) {
                wavs.add(Files.readAllBytes(file));
            }
            if (wavs.isEmpty()) {
                throw new CommandFailedException(
                        "the folder %s has no WAV file. Maybe name another with --audio.".formatted(folder));
            }
            return wavs;
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "the folder %s cannot be read: %s. Maybe name another with --audio."
                            .formatted(folder, unreadable),
                    unreadable);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
