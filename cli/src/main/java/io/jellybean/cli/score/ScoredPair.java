package io.jellybean.cli.score;

import io.jellybean.domain.io.Mistake;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.scoring.TrackingFrame;
import io.jellybean.operators.scoring.TrackingSequence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A sequence's truth and what a tracker made of it.
 *
 * @param name of the sequence: the tracks' file
 */
record ScoredPair(String name, TrackingSequence sequence) {

    /**
     * Reads two files.
     *
     * @param mistakes to which those of the files are added; if there are any, the pair means nothing
     * @throws io.jellybean.domain.io.BadInputException if one of the files cannot be read at all
     */
    static ScoredPair read(Path truthFile, Path tracksFile, List<Mistake> mistakes) {
        Map<Long, List<IdentifiedBox>> truth = MotFile.truth(truthFile, mistakes);
        Map<Long, List<IdentifiedBox>> tracks = MotFile.tracks(tracksFile, mistakes);
        TreeSet<Long> frames = new TreeSet<>(truth.keySet());
        frames.addAll(tracks.keySet());
        List<TrackingFrame> sequence = frames.stream()
                .map(frame ->
                        new TrackingFrame(truth.getOrDefault(frame, List.of()), tracks.getOrDefault(frame, List.of())))
                .toList();
        return new ScoredPair(tracksFile.toString(), new TrackingSequence(sequence));
    }
}
