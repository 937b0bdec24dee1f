package io.jellybean.operators.speech;

/** Why a sound was not listened to. */
public enum SpeechRejectionReason {
    /** It has no bytes. */
    EMPTY,
    /** It has more bytes than are allowed. */
    TOO_LARGE,
    /** It is not a WAV file. */
    NOT_A_WAV,
    /** It is a WAV file of a kind that cannot be read: another coding, several channels, not 16 bits, another rate. */
    UNSUPPORTED,
    /** It is shorter than a word. */
    TOO_SHORT,
    /** It is longer than is allowed. */
    TOO_LONG,
    /** It ends before its sound does. */
    TRUNCATED,
    /** Its bytes contradict the format. */
    CORRUPT
}
