package io.jellybean.operators.vision;

/** Why a frame was not looked at. */
public enum RejectionReason {
    /** It has no bytes. */
    EMPTY,
    /** It has more bytes than are allowed. */
    TOO_LARGE,
    /** It is not a JPEG. */
    NOT_AN_IMAGE,
    /** It is a JPEG of a kind that cannot be read: four colours, 12 bits, lossless or arithmetic coding. */
    UNSUPPORTED,
    /** Its header claims more pixels than are allowed. */
    TOO_MANY_PIXELS,
    /** It ends before its picture does. */
    TRUNCATED,
    /** Its bytes contradict the format. */
    CORRUPT
}
