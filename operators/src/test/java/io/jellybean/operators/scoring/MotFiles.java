package io.jellybean.operators.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.operators.vision.Box;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads sequences in the MOTChallenge text format: {@code frame,id,left,top,width,height,...}. */
final class MotFiles {

    private MotFiles() {}

    static TrackingSequence sequence(String resource) throws IOException {
        Map<Integer, List<IdentifiedBox>> truth = boxesByFrame(resource + "-truth.txt");
        Map<Integer, List<IdentifiedBox>> tracked = boxesByFrame(resource + "-tracks.txt");
        TreeSet<Integer> frames = new TreeSet<>(truth.keySet());
        frames.addAll(tracked.keySet());
        return new TrackingSequence(frames.stream()
                .map(frame ->
                        new TrackingFrame(truth.getOrDefault(frame, List.of()), tracked.getOrDefault(frame, List.of())))
                .toList());
    }

    private static Map<Integer, List<IdentifiedBox>> boxesByFrame(String resource) throws IOException {
        Map<Integer, List<IdentifiedBox>> boxesByFrame = new TreeMap<>();
        try (InputStream file = MotFiles.class.getResourceAsStream(resource)) {
            for (String line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
                List<String> fields = List.of(line.split(",", -1));
                Box box = new Box(
                        Double.parseDouble(fields.get(2)),
                        Double.parseDouble(fields.get(3)),
                        Double.parseDouble(fields.get(4)),
                        Double.parseDouble(fields.get(5)));
                boxesByFrame
                        .computeIfAbsent(Integer.valueOf(fields.get(0)), frame -> new ArrayList<>())
                        .add(new IdentifiedBox(Long.parseLong(fields.get(1)), box));
            }
        }
        return boxesByFrame;
    }
}
