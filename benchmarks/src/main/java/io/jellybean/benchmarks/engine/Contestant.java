package io.jellybean.benchmarks.engine;

import java.io.IOException;

/** One side of a comparison; on the core of what is measured. */
interface Contestant extends AutoCloseable {

    /**
     * Begins anew in the same process, and serves.
     *
     * @param warmUp requests that do not count
     * @param measured those after them
     */
    Throughput round(int warmUp, int measured) throws IOException, InterruptedException;

    @Override
    void close();
}
