package io.jellybean.domain.result;

/**
 * What became of a request: a picture and a question about it; the record of the topic "answers". There is exactly one for
 * every request.
 *
 * @param request the key that the picture and the question came with
 * @param askedAtMillis the timestamp of the half that came first, milliseconds since 1970 UTC
 * @param outcome {@link #ANSWERED}, {@link #TIMED_OUT} or {@link #REJECTED}
 * @param question as it was written or heard; empty if there was none
 * @param answer such as {@code red}, {@code 3} or {@code yes}; empty unless answered
 * @param confidence 0..1, of the answer; 0 unless answered
 * @param message why it was not answered, for people; empty if it was
 */
public record AnsweredQuestion(
        String request,
        long askedAtMillis,
        String outcome,
        String question,
        String answer,
        double confidence,
        String message) {

    /** The network gave an answer. */
    public static final String ANSWERED = "answered";

    /** The picture or the question did not come in time. */
    public static final String TIMED_OUT = "timed-out";

    /** The picture or the question could not be used. */
    public static final String REJECTED = "rejected";
}
