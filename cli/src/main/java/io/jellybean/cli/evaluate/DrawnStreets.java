package io.jellybean.cli.evaluate;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.LabelledSet;
import io.jellybean.simulator.LabelledSetSettings;
import io.jellybean.simulator.StreetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Streets drawn for an evaluation, kept on disk: one that is there already is not drawn again.
 *
 * @param folder where they are kept
 * @param cameras of each street
 * @param frames of each camera, one after the other
 */
record DrawnStreets(Path folder, int cameras, int frames) {

    private static final int QUESTIONS_PER_FRAME = 2;

    /**
     * The streets of these seeds.
     *
     * @param drawn told after each street
     */
    List<LabelledStreet> of(List<Long> seeds, Runnable drawn) {
        StreetSettings settings = StreetSettings.defaults();
        List<LabelledStreet> streets = new ArrayList<>();
        for (long seed : seeds) {
            Path place = folder.resolve("street-%d-%dx%d".formatted(seed, cameras, frames));
            if (!Files.isDirectory(place)) {
                draw(seed, settings, place);
            }
            streets.addAll(new StreetFolder(place, settings.framesPerSecond()).streets());
            drawn.run();
        }
        return streets;
    }

    private void draw(long seed, StreetSettings settings, Path place) {
        Path beside = place.resolveSibling("unfinished-" + place.getFileName());
        try {
            delete(beside);
            Files.createDirectories(folder);
            new LabelledSet(new LabelledSetSettings(List.of(seed), cameras, frames, 1, 0, QUESTIONS_PER_FRAME), settings)
                    .write(beside, () -> {});
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --cache."
                            .formatted(folder, unwritable.getMessage()),
                    unwritable);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
