package io.jellybean.simulator;

/** The one wording of a value that cannot be. */
final class Checks {
    private Checks() {}

    /** Throws an {@link IllegalArgumentException} that names field, rule and value unless the rule holds. */
    static void require(boolean holds, String field, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("%s must be %s, but was %s".formatted(field, rule, value));
        }
    }
}
