package io.jellybean.cli.profile;

/** A variant of an operator that can be timed. Thread-safe; what it opens is for one thread. */
interface Probe {

    /** Opens the operator as the job does. */
    Run open();

    /** Requests that one call answers. */
    int requestsPerCall();

    /** An open operator. */
    interface Run extends AutoCloseable {

        /**
         * Answers the next requests of the sample.
         *
         * @throws Exception if the sample cannot be used
         */
        void call() throws Exception;

        @Override
        default void close() {}
    }
}
