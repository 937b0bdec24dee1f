package io.jellybean.planner.compile;

import java.util.List;

/** Files that are right each for itself but do not fit together; its message is the whole report, one mistake a line. */
public final class IncompleteInputsException extends RuntimeException {

    private final transient List<String> mistakes;

    IncompleteInputsException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** All mistakes. */
    public List<String> mistakes() {
        return mistakes;
    }
}
