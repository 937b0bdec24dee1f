package io.jellybean.cli.speech;

import io.jellybean.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody said, and how it sounds.
 *
 * @param text lower-case words with single spaces between them
 * @param wav a WAV file
 */
@SuppressWarnings("ArrayRecordComponent") // a sound is not copied, and sentences are never compared
public record SpokenSentence(String text, byte[] wav) {

    private static final int COLUMNS = 7;

    /** Reads a folder that {@code jellybean speech} has written: {@code audio.csv} and the files that it names. */
    public static List<SpokenSentence> read(Path folder) {
        try {
            List<SpokenSentence> sentences = new ArrayList<>();
            List<String> lines = Files.readAllLines(folder.resolve("audio.csv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] row = line.split(",", COLUMNS);
                byte[] wav = Files.readAllBytes(folder.resolve("audio").resolve(row[0]));
                sentences.add(new SpokenSentence(row[COLUMNS - 1], wav));
            }
            return sentences;
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "spoken questions cannot be read from %s: %s".formatted(folder, unreadable), unreadable);
        }
    }
}
