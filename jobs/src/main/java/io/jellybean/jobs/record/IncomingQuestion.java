package io.jellybean.jobs.record;

/**
 * A question as it came from Kafka.
 *
 * @param request the key of the record; empty if it has none
 * @param askedAtMillis the timestamp of the record, milliseconds since 1970 UTC
 * @param content the value of the record: a WAV file, or text in UTF-8; empty if it has none, or ingest refused it
 */
@SuppressWarnings("ArrayRecordComponent") // Sound is not copied, and questions are never compared.
public record IncomingQuestion(String request, long askedAtMillis, byte[] content, long sentAtMillis) implements Sent {

    /** Whether it is spoken: every WAV file begins like this. */
    public boolean isSpoken() {
        return content.length >= 4 && content[0] == 'R' && content[1] == 'I' && content[2] == 'F' && content[3] == 'F';
    }
}
