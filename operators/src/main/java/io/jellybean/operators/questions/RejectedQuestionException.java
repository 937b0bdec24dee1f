package io.jellybean.operators.questions;

/** A question that cannot be answered, whatever the picture shows; the next one can be tried. */
public final class RejectedQuestionException extends Exception {

    private static final long serialVersionUID = 1;

    private final QuestionRejection reason;

    /** A rejection with a sentence for people. */
    public RejectedQuestionException(QuestionRejection reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public QuestionRejection reason() {
        return reason;
    }
}
