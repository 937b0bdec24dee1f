package io.jellybean.cli.evaluate;

/**
 * A spoken question about a frame, with its true answer.
 *
 * @param street index of the street
 * @param frame index of the frame within the street
 * @param sound index of the sound in which it is spoken
 */
record AskedQuestion(int street, int frame, int sound, String answer) {}
