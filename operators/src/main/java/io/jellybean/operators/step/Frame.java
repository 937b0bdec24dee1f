package io.jellybean.operators.step;

/**
 * A frame as a camera sends it.
 *
 * @param jpeg the encoded picture; lent
 */
@SuppressWarnings("ArrayRecordComponent") // A picture is handed on, not copied, and frames are never compared.
public record Frame(FrameName name, byte[] jpeg) {}
