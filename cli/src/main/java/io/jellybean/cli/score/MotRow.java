package io.jellybean.cli.score;

import io.jellybean.domain.io.Mistake;
import io.jellybean.operators.vision.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file in the MOTChallenge text format: {@code frame,id,left,top,width,height,confidence,...}.
 *
 * @param frame from 1
 * @param id of a vehicle or a track
 * @param box in pixels
 * @param confidence 1 if the file does not say it; a true box of confidence 0 is not to be scored
 */
record MotRow(long frame, long id, Box box, double confidence) {

    private static final List<String> FIELDS = List.of("frame", "id", "left", "top", "width", "height", "confidence");
    private static final int LEAST_FIELDS = 6;
    private static final int MOST_FIELDS = 10;
    private static final long MOST = 1_000_000_000;

    /**
     * Reads a line; what it says is meaningless if that adds a mistake.
     *
     * @param number of the line, from 1
     */
    static MotRow parse(String file, int number, String line, List<Mistake> mistakes) {
        String[] texts = line.split(",", -1);
        if (texts.length < LEAST_FIELDS || texts.length > MOST_FIELDS) {
            mistakes.add(new Mistake(
                    file,
                    number,
                    "",
                    "must have %d to %d fields (frame,id,left,top,width,height,confidence,-1,-1,-1), but has %d"
                            .formatted(LEAST_FIELDS, MOST_FIELDS, texts.length)));
            return new MotRow(1, 1, new Box(0, 0, 0, 0), 1);
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String text = i < texts.length ? texts[i].trim() : "1";
            values.add(value(file, number, i, text, mistakes));
        }
        return new MotRow(
                values.get(0).longValue(),
                values.get(1).longValue(),
                new Box(values.get(2), values.get(3), values.get(4), values.get(5)),
                values.get(6));
    }

    /** A stand-in of 1 for a value that breaks its rule. */
    private static double value(String file, int number, int field, String text, List<Mistake> mistakes) {
        double value = text.matches("[-+.0-9eE]+") ? parsed(text) : Double.NaN;
        String rule = rule(FIELDS.get(field), value);
        if (rule.isEmpty()) {
            return value;
        }
        mistakes.add(new Mistake(file, number, FIELDS.get(field), "%s, but is \"%s\"".formatted(rule, text)));
        return 1;
    }

    /** The rule that the value breaks; empty if it breaks none. */
    private static String rule(String field, double value) {
        boolean bounded = Math.abs(value) <= MOST;
        boolean whole = bounded && value == Math.rint(value);
        return switch (field) {
            case "frame" -> whole && value >= 1 ? "" : "must be a whole number from 1";
            case "id" -> whole ? "" : "must be a whole number";
            case "width", "height" -> bounded && value >= 0 ? "" : "must be a number of at least 0";
            default -> bounded ? "" : "must be a number";
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
