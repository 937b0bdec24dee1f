package io.jellybean.domain.workflow;

/**
 * An arc of the workflow.
 *
 * @param from id of a source or an operator
 * @param to id of an operator
 */
public record Channel(String from, String to) {
    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
