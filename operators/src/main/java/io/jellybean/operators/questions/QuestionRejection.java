package io.jellybean.operators.questions;

/** Why a question cannot be answered. */
public enum QuestionRejection {
    /** It holds no word. */
    EMPTY,
    /** It holds more words than the network reads. */
    TOO_LONG,
    /** It holds words, but not one that the network knows. */
    NO_KNOWN_WORD
}
