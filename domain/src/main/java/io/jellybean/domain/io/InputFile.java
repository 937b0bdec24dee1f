package io.jellybean.domain.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of an input file, bounded. */
public final class InputFile {

    /** A problem with tens of thousands of workers is a few MB; more than this is a mistake. */
    public static final long MAX_BYTES = 64_000_000;

    private InputFile() {}

    /**
     * Reads a whole file as UTF-8.
     *
     * @throws BadInputException if it is not there, not readable, not UTF-8 or larger than {@link #MAX_BYTES}
     */
    public static String text(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw unusable(path, "has %d bytes, but at most %d are read".formatted(Files.size(path), MAX_BYTES));
            }
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            throw unusable(path, "there is no such file");
        } catch (CharacterCodingException notText) {
            throw unusable(path, "is not UTF-8 text");
        } catch (IOException unreadable) {
            throw unusable(path, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static BadInputException unusable(Path path, String why) {
        return new BadInputException(List.of(new Mistake(path.toString(), 1, "", why)));
    }
}
