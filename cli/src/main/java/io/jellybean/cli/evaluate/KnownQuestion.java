package io.jellybean.cli.evaluate;

/**
 * A question about a frame and its true answer.
 *
 * @param text lower-case words with single spaces between them
 */
record KnownQuestion(String text, String answer) {}
