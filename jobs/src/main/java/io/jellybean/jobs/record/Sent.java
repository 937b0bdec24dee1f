package io.jellybean.jobs.record;

/** A record that knows when it was sent, so that its receiver can tell how long it waited. */
public interface Sent {

    /** When the vertex before sent it, milliseconds since 1970 UTC by that machine's clock; 0 where it is not known. */
    long sentAtMillis();
}
