package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Questions about one vehicle that is named beyond doubt: its colour, its type, its place, its side of another one. */
final class VehicleQuestions {
    private static final int ATTEMPTS = 20;

    /** How far the middle of a vehicle keeps from the borders between left, ahead and right; shares of the frame's width. */
    private static final double BORDER_MARGIN = 0.04;

    /** How far one vehicle is from another on whose side it is; share of the frame's width. */
    private static final double LEAST_DISTANCE = 0.08;

    private final ClearSight sight;
    private final Draws draws;

    VehicleQuestions(ClearSight sight, Draws draws) {
        this.sight = sight;
        this.draws = draws;
    }

    private record Named(VehicleDescription name, VehicleBox box, String answer) {}

    Optional<Question> colour() {
        return ask(
                QuestionKind.COLOUR,
                named(box -> Optional.of(box.colour().label()), name -> name.type() != null && name.colour() == null));
    }

    Optional<Question> type() {
        return ask(
                QuestionKind.TYPE,
                named(box -> Optional.of(box.type().label()), name -> name.type() == null && name.colour() != null));
    }

    Optional<Question> position() {
        return ask(QuestionKind.POSITION, named(this::third, name -> true));
    }

    Optional<Question> relation() {
        List<Named> named = named(box -> Optional.of(""), name -> true);
        for (int i = 0; i < ATTEMPTS && !named.isEmpty(); i++) {
            Named one = draws.oneOf(named);
            Named other = draws.oneOf(named);
            double distance = sight.across(one.box()) - sight.across(other.box());
            if (Math.abs(distance) >= LEAST_DISTANCE) {
                String text = QuestionKind.RELATION.text(one.name(), other.name(), draws);
                return Optional.of(new Question(QuestionKind.RELATION, text, distance < 0 ? "left" : "right"));
            }
        }
        return Optional.empty();
    }

    /** Draws an answer first, then a vehicle, so that no answer prevails where there is a choice. */
    private Optional<Question> ask(QuestionKind kind, List<Named> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Named>> byAnswer = new TreeMap<>();
        for (Named candidate : candidates) {
            byAnswer.computeIfAbsent(candidate.answer(), answer -> new ArrayList<>())
                    .add(candidate);
        }
        Named chosen = draws.oneOf(draws.oneOf(List.copyOf(byAnswer.values())));
        return Optional.of(new Question(kind, kind.text(chosen.name(), chosen.name(), draws), chosen.answer()));
    }

    private List<Named> named(Function<VehicleBox, Optional<String>> answer, Predicate<VehicleDescription> allowed) {
        List<Named> named = new ArrayList<>();
        for (VehicleBox box : sight.clear()) {
            answer.apply(box)
                    .ifPresent(value -> sight.namesOf(box).stream()
                            .filter(allowed)
                            .forEach(name -> named.add(new Named(name, box, value))));
        }
        return named;
    }

    private Optional<String> third(VehicleBox box) {
        double across = sight.across(box);
        if (Math.abs(across - 1.0 / 3.0) < BORDER_MARGIN || Math.abs(across - 2.0 / 3.0) < BORDER_MARGIN) {
            return Optional.empty();
        }
        return Optional.of(across < 1.0 / 3.0 ? "left" : across < 2.0 / 3.0 ? "ahead" : "right");
    }
}
