package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import java.io.IOException;
import java.util.Locale;

/** Rounds in which two sides take turns. */
final class SideBySide {

    /** A median of an odd number is one of them. */
    static final int ROUNDS = 5;

    /** So long a round serves before it is measured. */
    static final int BEGIN_SECONDS = 6;

    /** And so long it is measured. */
    static final int MEASURED_SECONDS = 12;

    private final Served what;
    private final Rounds first = new Rounds();
    private final Rounds second = new Rounds();

    SideBySide(Served what) {
        this.what = what;
    }

    /** A round that does not count: it serves for so long that what had to be compiled is. */
    void warmUp(Contestant side, int seconds) throws IOException, InterruptedException {
        side.round(what.requestsWithin(seconds), what.requestsWithin(MEASURED_SECONDS));
    }

    /**
     * All rounds.
     *
     * @param table gets a row for each: what, round, and rate and CPU milliseconds of both
     */
    void take(Contestant one, Contestant other, ResultTable table, Runnable advance)
            throws IOException, InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            Throughput ofOne = one.round(what.requestsWithin(BEGIN_SECONDS), what.requestsWithin(MEASURED_SECONDS));
            Throughput ofOther = other.round(what.requestsWithin(BEGIN_SECONDS), what.requestsWithin(MEASURED_SECONDS));
            first.add(ofOne);
            second.add(ofOther);
            table.add(
                    what.name(),
                    round,
                    number(ofOne.perSecond(), 1),
                    number(ofOther.perSecond(), 1),
                    number(ofOne.cpuMillis(), 3),
                    number(ofOther.cpuMillis(), 3));
            System.err.printf(
                    Locale.ROOT,
                    "  %s, round %d: %.1f/s, %.2f ms CPU; %.1f/s, %.2f ms CPU%n",
                    what.name(),
                    round,
                    ofOne.perSecond(),
                    ofOne.cpuMillis(),
                    ofOther.perSecond(),
                    ofOther.cpuMillis());
            advance.run();
        }
    }

    Rounds first() {
        return first;
    }

    Rounds second() {
        return second;
    }
}
