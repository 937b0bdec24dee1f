package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that {@link Questions} can ask and answer, for training and for the lexicon of a speech recogniser. */
public final class QuestionGrammar {

    /** The greatest number that is an answer. */
    public static final int MOST_COUNTED = 6;

    private QuestionGrammar() {}

    /** Every word of every question, in alphabetical order. */
    public static List<String> words() {
        TreeSet<String> words = new TreeSet<>();
        for (QuestionKind kind : QuestionKind.values()) {
            for (VehicleDescription description : descriptions(kind)) {
                for (String wording : Wordings.of(kind)) {
                    words.addAll(Arrays.asList(
                            Wordings.text(wording, description, description).split(" ")));
                }
            }
        }
        return List.copyOf(words);
    }

    /** Every answer: numbers, colours, types, yes and no, directions. */
    public static List<String> answers() {
        return Stream.of(
                        IntStream.rangeClosed(0, MOST_COUNTED).mapToObj(Integer::toString),
                        Arrays.stream(VehicleColour.values()).map(VehicleColour::label),
                        Arrays.stream(VehicleType.values()).map(VehicleType::label),
                        Stream.of("yes", "no", "left", "ahead", "right"))
                .flatMap(answers -> answers)
                .toList();
    }

    /**
     * A question of the grammar that is about no frame: every kind, wording and description is equally likely.
     *
     * @param seed with the number it decides the question
     * @param number such as 0, 1, 2, ...
     */
    public static String sentence(long seed, long number) {
        Draws draws = Draws.of(seed, "sentence", number);
        QuestionKind kind = draws.oneOf(QuestionKind.values());
        List<VehicleDescription> descriptions = descriptions(kind);
        VehicleDescription one = draws.oneOf(descriptions);
        VehicleDescription other = one;
        while (kind.compares() && other.equals(one)) {
            other = draws.oneOf(descriptions);
        }
        return kind.text(one, other, draws);
    }

    /** The descriptions about which a question of this kind makes sense. */
    private static List<VehicleDescription> descriptions(QuestionKind kind) {
        List<VehicleDescription> fitting = new ArrayList<>(VehicleDescription.all());
        switch (kind) {
            case COUNT, PRESENCE -> {}
            case COLOUR -> fitting.removeIf(it -> it.type() == null || it.colour() != null);
            case TYPE -> fitting.removeIf(it -> it.type() != null || it.colour() == null);
            case POSITION, RELATION, COMPARISON -> fitting.removeIf(it -> it.type() == null && it.colour() == null);
        }
        return fitting;
    }
}
