package io.jellybean.benchmarks.engine;

/**
 * How fast frames were served.
 *
 * @param framesPerSecond results by the times of their writing
 * @param cpuMillisPerFrame CPU time of all processes that served them, of one frame
 */
record Throughput(double framesPerSecond, double cpuMillisPerFrame) {

    /** Between two moments. */
    static Throughput between(long frames, double seconds, double cpuSeconds) {
        return new Throughput(frames / seconds, cpuSeconds * 1_000 / frames);
    }
}
