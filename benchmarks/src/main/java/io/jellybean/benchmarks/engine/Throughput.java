package io.jellybean.benchmarks.engine;

/**
 * How fast requests were served.
 *
 * @param perSecond results by the times of their writing
 * @param cpuMillis CPU time of all processes that served them, of one request
 */
record Throughput(double perSecond, double cpuMillis) {

    /** Between two moments. */
    static Throughput between(long requests, double seconds, double cpuSeconds) {
        return new Throughput(requests / seconds, cpuSeconds * 1_000 / requests);
    }
}
