package io.jellybean.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Which sentences and whose voices training may hear, and which are held out. No speaker and no sentence is in both, so
 * that accuracy is measured on people and questions that a network has never heard.
 */
public enum SpeechSplit {
    /** For training: most speakers, and about 85 of 100 sentences. */
    TRAIN(
            "m1", "m2", "m4", "m5", "m6", "m8", "f1", "f3", "f5", "Alex", "Andy", "Denis", "Gene", "Lee", "Mario",
            "adam", "anika", "antonio", "belinda", "david", "edward", "iven", "linda", "pablo", "paul", "rob", "zac"),
    /** For measuring: six speakers, and about 15 of 100 sentences. */
    TEST("m3", "m7", "f2", "f4", "Annie", "steph");

    private static final List<String> ACCENTS = List.of(
            "en", "en-us", "en-us-nyc", "en-029", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-gb-x-rp");
    private static final int HELD_OUT_PERCENT = 15;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> speakers;

    SpeechSplit(String... speakers) {
        this.speakers = List.of(speakers);
    }

    /** The split that a sentence belongs to: held out if the CRC-32 of its UTF-8 bytes, modulo 100, is below 15. */
    public static SpeechSplit of(String sentence) {
        CRC32 checksum = new CRC32();
        checksum.update(sentence.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue() % 100 < HELD_OUT_PERCENT ? TEST : TRAIN;
    }

    /** The name used in labels: {@code train} or {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The voices that say the sentences of this split: each of its speakers in each accent. */
    public List<Voice> voices() {
        return ACCENTS.stream()
                .flatMap(accent -> speakers.stream().map(speaker -> new Voice(accent, speaker)))
                .toList();
    }
}
