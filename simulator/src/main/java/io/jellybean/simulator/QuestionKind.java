package io.jellybean.simulator;

import java.util.Locale;

/** What a question asks for. */
public enum QuestionKind {
    /** How many there are: {@code 0} to {@code 6}. */
    COUNT,
    /** The colour of the only vehicle of a type. */
    COLOUR,
    /** The type of the only vehicle of a colour. */
    TYPE,
    /** Whether there is one: {@code yes} or {@code no}. */
    PRESENCE,
    /** The third of the picture in which the only such vehicle is: {@code left}, {@code ahead} or {@code right}. */
    POSITION,
    /** On which side of another vehicle it is: {@code left} or {@code right}. */
    RELATION,
    /** Whether there are more of the one than of the other: {@code yes} or {@code no}. */
    COMPARISON;

    /** The name used in files, such as {@code count}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks about two descriptions. */
    boolean compares() {
        return this == RELATION || this == COMPARISON;
    }

    /** One of the wordings about these vehicles; where the kind compares nothing, the other is ignored. */
    String text(VehicleDescription one, VehicleDescription other, Draws draws) {
        return Wordings.text(draws.oneOf(Wordings.of(this)), one, other);
    }
}
