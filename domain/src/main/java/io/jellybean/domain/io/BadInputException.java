package io.jellybean.domain.io;

import java.util.List;
import java.util.stream.Collectors;

/** Files of the user's that cannot be used as they are; its message is the whole report, one mistake a line. */
public final class BadInputException extends RuntimeException {

    private final transient List<Mistake> mistakes;

    /**
     * @param mistakes at least one
     */
    public BadInputException(List<Mistake> mistakes) {
        super(mistakes.stream().sorted().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** All mistakes, in the order they were found. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
