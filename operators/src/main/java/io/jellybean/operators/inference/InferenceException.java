package io.jellybean.operators.inference;

/** A network failed while it ran; the message names the network. It is a fault of the network, never of one image. */
public final class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with a sentence for people and what the runtime said. */
    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
