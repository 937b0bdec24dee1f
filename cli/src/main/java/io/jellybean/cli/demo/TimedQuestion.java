package io.jellybean.cli.demo;

import io.jellybean.cli.speech.SpokenSentence;

/**
 * A spoken question with the frame that it is about.
 *
 * @param request the key of both
 * @param dueMicros when to send both, microseconds after the start of the feed
 * @param camera that took the frame
 * @param jpeg the frame
 * @param answer the true one
 */
@SuppressWarnings("ArrayRecordComponent") // A JPEG is not copied, and questions are never compared.
record TimedQuestion(String request, long dueMicros, String camera, byte[] jpeg, SpokenSentence question, String answer)
        implements TimedRecord {}
