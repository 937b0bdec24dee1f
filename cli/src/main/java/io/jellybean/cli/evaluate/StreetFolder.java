package io.jellybean.cli.evaluate;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.operators.step.FrameName;
import io.jellybean.simulator.VehicleBox;
import io.jellybean.simulator.VehicleColour;
import io.jellybean.simulator.VehicleType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a folder that {@code jellybean street} has written: {@code images/}, {@code images.csv}, {@code labels.csv} and, if there are
 * any, {@code questions.csv}. Reads once.
 */
final class StreetFolder {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final Path folder;
    private final double framesPerSecond;
    private final Map<String, List<VehicleBox>> truthByImage = new HashMap<>();
    private final Map<String, List<KnownQuestion>> questionsByImage = new HashMap<>();

    /**
     * @param framesPerSecond of the cameras
     */
    StreetFolder(Path folder, double framesPerSecond) {
        this.folder = folder;
        this.framesPerSecond = framesPerSecond;
    }

    /**
     * The streets, in the order of their seeds.
     *
     * @throws CommandFailedException if the folder is not such a one
     */
    List<LabelledStreet> streets() {
        try {
            for (String[] row : rows("labels.csv", 11)) {
                truthByImage.computeIfAbsent(row[0], image -> new ArrayList<>()).add(vehicle(row));
            }
            if (Files.exists(folder.resolve("questions.csv"))) {
                for (String[] row : rows("questions.csv", 4)) {
                    questionsByImage
                            .computeIfAbsent(row[0], image -> new ArrayList<>())
                            .add(new KnownQuestion(row[2], row[3]));
                }
            }
            Map<Long, List<String[]>> imagesBySeed = new TreeMap<>();
            for (String[] row : rows("images.csv", 4)) {
                imagesBySeed
                        .computeIfAbsent(Long.parseLong(row[1]), seed -> new ArrayList<>())
                        .add(row);
            }
            List<LabelledStreet> streets = new ArrayList<>();
            for (Map.Entry<Long, List<String[]>> images : imagesBySeed.entrySet()) {
                streets.add(street(images.getKey(), images.getValue()));
            }
            return streets;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CommandFailedException(
                    "%s is no folder of labelled streets: %s. Maybe write one with: jellybean street --seeds 5001-5003 --out DIR --every 1"
                            .formatted(folder, unusable.getMessage()),
                    unusable);
        }
    }

    private LabelledStreet street(long seed, List<String[]> images) throws IOException {
        List<LabelledFrame> frames = new ArrayList<>();
        Map<String, Long> nextByCamera = new HashMap<>();
        List<byte[]> content = new ArrayList<>();
        for (String[] row : images) {
            long frameNumber = Long.parseLong(row[3]);
            long number = nextByCamera.merge(row[2], 1L, Long::sum) - 1;
            Path image = folder.resolve("images").resolve(row[0]);
            List<VehicleBox> truth = truthByImage.getOrDefault(row[0], List.of());
            FrameName name = new FrameName(
                    row[2], number, Math.round(frameNumber / framesPerSecond * MILLIS_PER_SECOND));
            frames.add(new LabelledFrame(name, image, truth, questionsByImage.getOrDefault(row[0], List.of())));
            content.add((String.join(",", row) + truth).getBytes(StandardCharsets.UTF_8));
            content.add(ResultCache.sha256(Files.readAllBytes(image)).getBytes(StandardCharsets.UTF_8));
        }
        frames.sort(Comparator.comparingLong((LabelledFrame frame) -> frame.name().capturedAtMillis())
                .thenComparing(frame -> frame.name().camera()));
        return new LabelledStreet(seed, ResultCache.sha256(content.toArray(byte[][]::new)), frames);
    }

    private List<String[]> rows(String file, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file)).stream().skip(1).toList()) {
            String[] row = line.split(",", -1);
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "%s: a row must have %d columns, but one is \"%s\"".formatted(file, columns, line));
            }
            rows.add(row);
        }
        return rows;
    }

    private static VehicleBox vehicle(String[] row) {
        return new VehicleBox(
                Long.parseLong(row[3]),
                Stream.of(VehicleType.values())
                        .filter(type -> type.label().equals(row[4]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no type " + row[4])),
                Stream.of(VehicleColour.values())
                        .filter(colour -> colour.label().equals(row[5]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no colour " + row[5])),
                Double.parseDouble(row[6]),
                Double.parseDouble(row[7]),
                Double.parseDouble(row[8]),
                Double.parseDouble(row[9]),
                Double.parseDouble(row[10]));
    }
}
