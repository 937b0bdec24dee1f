package io.jellybean.operators.speech;

/**
 * A sound that cannot be used. It is checked because users do send such sounds: a stage turns one into a rejected record
 * and goes on. The message names the value and the rule that it breaks.
 */
public final class RejectedSpeechException extends Exception {

    private static final long serialVersionUID = 1;

    private final SpeechRejectionReason reason;

    /** A sound rejected for a reason, with a sentence for people. */
    public RejectedSpeechException(SpeechRejectionReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The reason, for counting. */
    public SpeechRejectionReason reason() {
        return reason;
    }
}
