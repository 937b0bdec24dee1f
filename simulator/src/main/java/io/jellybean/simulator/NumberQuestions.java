package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions that are answered by counting: how many, is there one, are there more. */
final class NumberQuestions {
    private static final int ATTEMPTS = 40;
    private static final List<VehicleDescription> DESCRIPTIONS = VehicleDescription.all();

    private final ClearSight sight;
    private final Draws draws;

    NumberQuestions(ClearSight sight, Draws draws) {
        this.sight = sight;
        this.draws = draws;
    }

    /** Greater numbers are rarer in the street and are asked for the more often where there are so many. */
    Optional<Question> count() {
        List<List<VehicleDescription>> byCount = new ArrayList<>();
        for (int i = 0; i <= QuestionGrammar.MOST_COUNTED; i++) {
            byCount.add(new ArrayList<>());
        }
        for (VehicleDescription description : DESCRIPTIONS) {
            int count = sight.count(description).orElse(Integer.MAX_VALUE);
            if (count < byCount.size()) {
                byCount.get(count).add(description);
            }
        }
        double total = 0.0;
        int chosen = -1;
        for (int count = 0; count < byCount.size(); count++) {
            double weight = byCount.get(count).isEmpty() ? 0.0 : Math.max(1.0, 2.0 * count);
            total += weight;
            if (weight > 0.0 && draws.chance(weight / total)) {
                chosen = count;
            }
        }
        if (chosen < 0) {
            return Optional.empty();
        }
        VehicleDescription description = draws.oneOf(byCount.get(chosen));
        return Optional.of(question(QuestionKind.COUNT, description, description, Integer.toString(chosen)));
    }

    /** Yes and no equally often; half of what is not there shares its colour with one that is and its type with another. */
    Optional<Question> presence() {
        boolean yes = draws.chance(0.5);
        for (int i = 0; i < ATTEMPTS; i++) {
            VehicleDescription description = yes || draws.chance(0.5) ? likely() : draws.oneOf(DESCRIPTIONS);
            if (yes ? sight.least(description) > 0 : sight.most(description) == 0) {
                return Optional.of(question(QuestionKind.PRESENCE, description, description, yes ? "yes" : "no"));
            }
        }
        return Optional.empty();
    }

    /** Yes and no equally often; at least one of the two is there. */
    Optional<Question> comparison() {
        boolean yes = draws.chance(0.5);
        for (int i = 0; i < ATTEMPTS; i++) {
            VehicleDescription one = draws.chance(0.7) ? likely() : draws.oneOf(DESCRIPTIONS);
            VehicleDescription other = contrasting(one);
            boolean more = sight.least(one) > sight.most(other);
            boolean notMore = sight.most(one) <= sight.least(other) && sight.least(other) > 0;
            if (yes ? more : notMore) {
                return Optional.of(question(QuestionKind.COMPARISON, one, other, yes ? "yes" : "no"));
            }
        }
        return Optional.empty();
    }

    /** A type, a colour or both, as they occur among the clear vehicles, though maybe not together. */
    private VehicleDescription likely() {
        if (sight.clear().isEmpty()) {
            return draws.oneOf(DESCRIPTIONS);
        }
        VehicleType type = draws.oneOf(sight.clear()).type();
        VehicleColour colour = draws.oneOf(sight.clear()).colour();
        return switch (draws.below(3)) {
            case 0 -> new VehicleDescription(type, null);
            case 1 -> new VehicleDescription(null, colour);
            default -> new VehicleDescription(type, colour);
        };
    }

    /** One that differs in its colour if it has one, else in its type. */
    private VehicleDescription contrasting(VehicleDescription one) {
        if (one.colour() != null) {
            return new VehicleDescription(one.type(), another(VehicleColour.values(), one.colour()));
        }
        return new VehicleDescription(
                another(VehicleType.values(), one.type() == null ? VehicleType.CAR : one.type()), null);
    }

    private <T> T another(T[] values, T than) {
        T drawn = draws.oneOf(values);
        while (drawn.equals(than)) {
            drawn = draws.oneOf(values);
        }
        return drawn;
    }

    private Question question(QuestionKind kind, VehicleDescription one, VehicleDescription other, String answer) {
        return new Question(kind, kind.text(one, other, draws), answer);
    }
}
