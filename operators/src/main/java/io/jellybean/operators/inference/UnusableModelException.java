package io.jellybean.operators.inference;

import java.util.List;

/**
 * A model file that is not what its manifest says. It carries every difference found; each names the model, the tensor,
 * what was expected, what was found and the fix.
 */
public final class UnusableModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> differences;

    /** An exception with at least one difference. */
    public UnusableModelException(List<String> differences) {
        super(String.join("\n", differences));
        this.differences = List.copyOf(differences);
    }

    /** A file that the runtime cannot load at all. */
    public UnusableModelException(String difference, Throwable cause) {
        super(difference, cause);
        this.differences = List.of(difference);
    }

    /** One sentence for each difference. */
    public List<String> differences() {
        return differences;
    }
}
