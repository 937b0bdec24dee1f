package io.jellybean.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes spoken questions for training and evaluation: {@code audio/<seed>-<number>.wav}, 16 kHz, one channel, and
 * {@code audio.csv} with one line per file. Needs espeak-ng.
 */
public final class SpeechSet {
    /** Of the files. */
    public static final int SAMPLES_PER_SECOND = Speaker.SAMPLES_PER_SECOND;

    private static final String HEADER = "file,split,voice,wordsPerMinute,pitch,volume,text";

    private final SpeechSetSettings settings;

    public SpeechSet(SpeechSetSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes the set; the same settings write the same files. Uses all cores.
     *
     * @param utteranceSpoken told after each, from several threads
     * @throws IOException if the directory cannot be written
     * @throws SpeechUnavailableException if espeak-ng is missing, lacks a voice or fails
     */
    public void write(Path directory, Runnable utteranceSpoken) throws IOException {
        Speaker speaker = new Speaker(settings.split());
        Files.createDirectories(directory.resolve("audio"));
        try {
            List<String> lines = IntStream.range(0, settings.utterances())
                    .parallel()
                    .mapToObj(number -> {
                        String line = save(directory, number, speaker);
                        utteranceSpoken.run();
                        return line;
                    })
                    .toList();
            Files.write(
                    directory.resolve("audio.csv"),
                    Stream.concat(Stream.of(HEADER), lines.stream()).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String save(Path directory, int number, Speaker speaker) {
        Draws draws = Draws.of(settings.seed(), "utterance", number);
        String sentence =
                settings.sentences().get(draws.below(settings.sentences().size()));
        Speaker.Spoken spoken = speaker.say(sentence, draws);
        Utterance utterance = spoken.utterance();
        String name = "%d-%05d.wav".formatted(settings.seed(), number);
        try {
            Files.write(
                    directory.resolve("audio").resolve(name),
                    (settings.muLaw() ? WavBytes.MU_LAW : WavBytes.PCM).of(spoken.heard()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%s,%s,%s,%d,%d,%d,%s"
                .formatted(
                        name,
                        settings.split().label(),
                        utterance.voice().label(),
                        utterance.wordsPerMinute(),
                        utterance.pitch(),
                        utterance.volume(),
                        utterance.text());
    }
}
