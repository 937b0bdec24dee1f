package io.jellybean.operators.vision;

/**
 * A frame that cannot be used. It is checked because cameras do send such frames: a stage turns one into a rejected
 * record and goes on. The message names the value and the rule that it breaks.
 */
public final class RejectedFrameException extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    /** A frame rejected for a reason, with a sentence for people. */
    public RejectedFrameException(RejectionReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectedFrameException(RejectionReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The reason, for counting. */
    public RejectionReason reason() {
        return reason;
    }
}
