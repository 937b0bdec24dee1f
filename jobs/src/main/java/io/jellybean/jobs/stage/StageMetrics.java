package io.jellybean.jobs.stage;

import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.Sent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a vertex measures of its work, beside what Flink measures of every vertex:
 *
 * <pre>
 * items, itemsPerSecond  records that were worked on
 * queueMillis            from sending a record to the beginning of the work on it, network included
 * computeMicros          wall-clock time of the work on a record, sending the result not included
 * computeNanos           wall-clock time of all that work together
 * computeCpuNanos        CPU time of all that work together
 * taskCpuNanos           CPU time of the whole thread that the vertex runs on: reading and writing records, too
 * cpuQuotaCores          cores' worth of time that the process may take; 0 if nothing limits it
 * batchFill              inputs of one inference
 * onnxModelBytes         of the network's file, which one session of the process holds for all its slots
 * nativeMemoryBytes      what the process holds outside the JVM's own memory: sessions and their buffers, for the most part
 * </pre>
 *
 * <p>Histograms are of the last 1,000 records. For one thread.
 */
final class StageMetrics {

    private static final int LAST = 1_000;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Counter items;
    private final Counter computeNanos;
    private final Counter computeCpuNanos;
    private final Histogram queueMillis;
    private final Histogram computeMicros;
    private final Histogram batchFill;
    private long beganAtNanos;
    private long beganAtCpuNanos;

    /** To be made on the thread that the vertex runs on. */
    StageMetrics(MetricGroup metrics) {
        long thread = Thread.currentThread().getId();
        metrics.gauge("taskCpuNanos", () -> Math.max(0, THREADS.getThreadCpuTime(thread)));
        metrics.gauge("cpuQuotaCores", CpuQuota::cores);
        items = metrics.counter("items");
        computeNanos = metrics.counter("computeNanos");
        metrics.meter("itemsPerSecond", new MeterView(items));
        computeCpuNanos = metrics.counter("computeCpuNanos");
        queueMillis = metrics.histogram("queueMillis", new DescriptiveStatisticsHistogram(LAST));
        computeMicros = metrics.histogram("computeMicros", new DescriptiveStatisticsHistogram(LAST));
        batchFill = metrics.histogram("batchFill", new DescriptiveStatisticsHistogram(LAST));
    }

    /** Of a vertex that runs a network. */
    static StageMetrics ofModel(MetricGroup metrics, PlannedModel model) {
        int bytes = model.onnxBytes();
        metrics.gauge("onnxModelBytes", () -> bytes);
        metrics.gauge("nativeMemoryBytes", ProcessMemory::nativeBytes);
        return new StageMetrics(metrics);
    }

    /** The work on a record begins; clocks that differ may let it seem to begin before it was sent. */
    void begin(Sent record) {
        if (record.sentAtMillis() > 0) {
            queueMillis.update(Math.max(0, System.currentTimeMillis() - record.sentAtMillis()));
        }
        beganAtNanos = System.nanoTime();
        beganAtCpuNanos = THREADS.getCurrentThreadCpuTime();
    }

    /** The work on that record is done; its result is not sent yet. */
    void end() {
        computeCpuNanos.inc(THREADS.getCurrentThreadCpuTime() - beganAtCpuNanos);
        long nanos = System.nanoTime() - beganAtNanos;
        computeNanos.inc(nanos);
        computeMicros.update(Math.round(nanos / NANOS_PER_MICRO));
        items.inc();
    }

    /** An inference with so many inputs. */
    void batch(int inputs) {
        batchFill.update(inputs);
    }
}
