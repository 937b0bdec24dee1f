package io.jellybean.cli.demo;

/** What the feeder sends at its time. */
sealed interface TimedRecord permits TimedFrame, TimedQuestion {

    /** When to send it, microseconds after the start of the feed. */
    long dueMicros();
}
