package io.jellybean.simulator;

/**
 * Who speaks: an accent of English in the voice of one speaker.
 *
 * @param accent a language of espeak-ng, such as {@code en-gb-scotland}
 * @param speaker a variant of espeak-ng, such as {@code f2}
 */
public record Voice(String accent, String speaker) {

    /** As espeak-ng wants it and the labels show it, such as {@code en-gb-scotland+f2}. */
    public String label() {
        return accent + "+" + speaker;
    }
}
