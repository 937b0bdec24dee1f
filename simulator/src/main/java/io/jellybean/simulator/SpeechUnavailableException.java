package io.jellybean.simulator;

/** This machine cannot speak: espeak-ng is missing, lacks a voice or fails. The message says what to do. */
public final class SpeechUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SpeechUnavailableException(String message) {
        super(message);
    }

    SpeechUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
