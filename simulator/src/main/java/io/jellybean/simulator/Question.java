package io.jellybean.simulator;

/**
 * A question about a frame and its true answer.
 *
 * @param kind what it asks for
 * @param text lower-case words with single spaces between them, see {@link QuestionGrammar}
 * @param answer one of {@link QuestionGrammar#answers()}
 */
public record Question(QuestionKind kind, String text, String answer) {}
