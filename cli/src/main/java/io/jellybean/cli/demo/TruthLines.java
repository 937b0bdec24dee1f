package io.jellybean.cli.demo;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.domain.Interval;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.scoring.TrackingScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How good the results are, measured in this run against the street's truth, beside what was planned with. */
final class TruthLines {

    private final DemoRun run;
    private final Map<String, Double> plannedByMetric;
    private final List<String> lines = new ArrayList<>();

    TruthLines(DemoPlan planned, DemoRun run) {
        this.run = run;
        this.plannedByMetric = new LinkedHashMap<>(planned.accuracyByMetric());
    }

    List<String> lines() {
        lines.clear();
        VehicleRun vehicles = run.vehicles();
        if (vehicles != null) {
            addVehicles(vehicles);
        }
        QuestionRun questions = run.questions();
        if (questions != null && !questions.asked().isEmpty()) {
            addQuestions(new ServedQuestions(questions));
        }
        plannedByMetric.forEach((metric, value) ->
                add("not compared", "planned with %s %s, which the demo does not measure", metric, three(value)));
        return List.copyOf(lines);
    }

    private void addVehicles(VehicleRun vehicles) {
        GroundTruth truth = new GroundTruth(vehicles);
        List<Received<DetectedFrame>> detections = vehicles.detections();
        if (detections != null) {
            add("detection", "AP50 %s%s", three(truth.ap50(detections)), beside("AP50"));
        }
        TrackingScore tracking = truth.tracking();
        add(
                "each camera by itself",
                "IDF1 %s%s, MOTA %s, HOTA %s, %d identity switches in %d boxes",
                three(tracking.idf1()),
                beside("IDF1"),
                three(tracking.mota()),
                three(tracking.hota()),
                tracking.idSwitches(),
                tracking.truthBoxes());
        if (vehicles.vehicles() != null) {
            add(
                    "across cameras",
                    "multi-camera IDF1 %s%s",
                    three(truth.acrossCameras().idf1()),
                    beside("multi-camera IDF1"));
        }
    }

    private void addQuestions(ServedQuestions served) {
        Interval interval = WilsonInterval.of95(served.right(), served.asked());
        add(
                "answers",
                "exact match %s%s, %d of %d; 95 %% confidence %s to %s",
                three((double) served.right() / served.asked()),
                beside("exact match"),
                served.right(),
                served.asked(),
                three(interval.low()),
                three(interval.high()));
    }

    /** What was planned with, if that is what is counted here; it is then compared. */
    private String beside(String metric) {
        Double value = plannedByMetric.remove(metric);
        return value == null ? "" : " (planned with %s)".formatted(three(value));
    }

    private void add(String name, String format, Object... values) {
        lines.add(CostLines.line(name, String.format(Locale.ROOT, format, values)));
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
