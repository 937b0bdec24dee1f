package io.jellybean.benchmarks.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An engine as a side of a comparison: it runs all the time, and has work when it is its turn. */
final class EngineRounds implements Contestant {

    /** Frames of so many seconds lie ready, and more than a round: the broker keeps a gigabyte of a partition, not all of a warm-up. */
    private static final int READY_SECONDS = 30;

    private final ServedCluster cluster;
    private final Served what;
    private final Engine engine;
    private final Requests.Sending sending;

    /**
     * @param suffix of the topics that the engine reads
     */
    EngineRounds(ServedCluster cluster, Served what, Requests requests, String suffix, Engine engine) {
        this.cluster = cluster;
        this.what = what;
        this.engine = engine;
        this.sending = requests.to(cluster.kafka(), what, suffix);
    }

    /** All frames of the round are sent at once; spoken questions are asked as fast as they are answered. */
    @Override
    public Throughput round(int warmUp, int measured) {
        return round(warmUp, measured, served -> {});
    }

    /** A round that goes a little slower, for each kind of work the CPU milliseconds of a request. */
    Map<String, Double> profiled(int warmUp, int measured, CpuProfile profile) {
        AtomicLong from = new AtomicLong();
        AtomicLong until = new AtomicLong();
        round(warmUp, measured, served -> {
            until.set(served);
            if (served >= warmUp && from.compareAndSet(0, served)) {
                profile.start(engine.processes());
            }
        });
        Map<String, Double> millis = new LinkedHashMap<>(profile.stop(engine.processes()));
        millis.replaceAll((kind, all) -> all / (until.get() - from.get()));
        return millis;
    }

    private Throughput round(int warmUp, int measured, ServedTopic.Progress progress) {
        int before = sending.sent();
        int all = warmUp + measured;
        int ahead = what.requestsWithin(what.isAsked() ? engine.secondsInFlight() : READY_SECONDS);
        try (ServedTopic results = new ServedTopic(cluster.kafka(), what.resultTopic())) {
            return results.measure(warmUp, all, engine.processes(), served -> {
                sending.upTo(before + Math.min(all, served + ahead));
                progress.at(served);
            });
        }
    }

    /** How long requests at a steady rate take from their capture to the write of the result. */
    Latencies latencies(double perSecond, int warmUp, int measured) {
        try (ServedTopic results = new ServedTopic(cluster.kafka(), what.resultTopic())) {
            sending.paced(warmUp + measured, perSecond);
            return results.latencies(warmUp, warmUp + measured);
        }
    }

    @Override
    public void close() {
        sending.close();
    }
}
