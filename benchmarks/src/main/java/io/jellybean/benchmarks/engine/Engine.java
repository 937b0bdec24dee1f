package io.jellybean.benchmarks.engine;

import java.util.List;

/** What serves requests of topics, and writes a result for each, until it is closed. */
interface Engine extends AutoCloseable {

    /** Those that do the work. */
    List<Long> processes();

    @Override
    void close();

    /** Spoken questions of so many seconds may be asked and not yet answered, so that it always has work. */
    int secondsInFlight();
}
