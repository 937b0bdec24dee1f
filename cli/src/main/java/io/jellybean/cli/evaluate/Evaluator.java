package io.jellybean.cli.evaluate;

import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scores every combination of variants on every street. */
final class Evaluator {

    private final Evaluation evaluation;

    /**
     * What came of it.
     *
     * @param details of each row of the table, in its order
     */
    record Evaluated(AccuracyTable table, List<Map<String, String>> details) {}

    Evaluator(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** How many combinations and streets there are to score. */
    int steps() {
        return evaluation.combinations().size() * evaluation.streets();
    }

    /**
     * The accuracy of each combination, with its 95 % confidence interval over streets.
     *
     * @param set one line on the streets
     * @param scored told after each combination and street
     */
    Evaluated evaluated(String set, Runnable scored) {
        List<AccuracyRow> rows = new ArrayList<>();
        List<Map<String, String>> details = new ArrayList<>();
        for (List<String> combination : evaluation.combinations()) {
            List<Share> byStreet = new ArrayList<>();
            for (int street = 0; street < evaluation.streets(); street++) {
                byStreet.add(evaluation.share(combination, street));
                scored.run();
            }
            rows.add(new AccuracyRow(combination, Share.of(byStreet), Bootstrap.interval95(byStreet)));
            details.add(evaluation.details(combination));
        }
        return new Evaluated(new AccuracyTable(evaluation.operators(), rows, evaluation.metric(), set), details);
    }
}
