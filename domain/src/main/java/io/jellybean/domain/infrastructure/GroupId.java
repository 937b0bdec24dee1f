package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;

/** The name of a worker group: all workers of one tier and type. Prints as {@code tier/type}. */
public record GroupId(String tier, String type) implements Comparable<GroupId> {
    public GroupId {
        Require.text("worker group: tier", tier);
        Require.text("worker group: type", type);
        if (tier.contains("/")) {
            throw new IllegalArgumentException("worker group: tier must not contain a slash, but was " + tier);
        }
    }

    /**
     * Reads what {@link #toString} prints.
     *
     * @throws IllegalArgumentException if there is no slash between two names
     */
    public static GroupId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("worker group must be \"tier/type\", but was \"%s\"".formatted(text));
        }
        return new GroupId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(GroupId other) {
        int byTier = tier.compareTo(other.tier);
        return byTier != 0 ? byTier : type.compareTo(other.type);
    }

    @Override
    public String toString() {
        return tier + "/" + type;
    }
}
