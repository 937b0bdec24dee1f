package io.jellybean.cli.demo;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.RejectedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was served, in counts and times, for the report. */
record ServedLines(DemoRun run) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(CostLines.line("placement", placement()));
        VehicleRun vehicles = run.vehicles();
        if (vehicles != null) {
            lines.addAll(frames(vehicles));
        }
        QuestionRun questions = run.questions();
        if (questions != null) {
            lines.addAll(questions(questions));
        }
        return lines;
    }

    private String placement() {
        if (!run.placements().asPlanned()) {
            return "NOT as planned: " + String.join("; ", run.placements().differences());
        }
        return "as planned (%d vertices on %d TaskManagers)"
                .formatted(
                        run.placements().taskManagersByVertex().size(),
                        run.placements().taskManagers());
    }

    private List<String> frames(VehicleRun vehicles) {
        ServedFrames served = new ServedFrames(vehicles);
        return List.of(
                CostLines.line(
                        "frames in",
                        "%d from %d cameras"
                                .formatted(
                                        served.in(),
                                        vehicles.recording().cameras().size())),
                CostLines.line(
                        "frames out",
                        "%d; %d lost, %d doubled".formatted(served.out(), served.lost(), served.doubled())),
                CostLines.line("rejected", rejected(vehicles.badFramesSent())),
                CostLines.line("tracks", tracks(vehicles)),
                CostLines.line(
                        "throughput", String.format(Locale.ROOT, "%.1f frames per second", served.framesPerSecond())),
                CostLines.line("capture to result", served.latency().toString()));
    }

    private String rejected(long injected) {
        if (run.rejections().isEmpty() && injected == 0) {
            return "0";
        }
        String reasons = run.rejections().stream()
                .map(Received::result)
                .collect(Collectors.groupingBy(RejectedFrame::reason, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        return "%d of %d injected: %s".formatted(run.rejections().size(), injected, reasons);
    }

    private static String tracks(VehicleRun vehicles) {
        List<Received<AssociatedTrack>> associated = vehicles.vehicles();
        if (associated == null) {
            return String.valueOf(vehicles.trackCount());
        }
        long known = associated.stream()
                .map(each -> each.result().vehicleId())
                .distinct()
                .count();
        return "%d, told to be of %d vehicles".formatted(vehicles.trackCount(), known);
    }

    private static List<String> questions(QuestionRun questions) {
        ServedQuestions served = new ServedQuestions(questions);
        return List.of(
                CostLines.line("questions asked", "%d, each about a frame".formatted(served.asked())),
                CostLines.line(
                        "questions answered",
                        "%d; %d rejected, %d timed out, %d lost, %d doubled"
                                .formatted(
                                        served.count(AnsweredQuestion.ANSWERED),
                                        served.count(AnsweredQuestion.REJECTED),
                                        served.count(AnsweredQuestion.TIMED_OUT),
                                        served.lost(),
                                        served.doubled())),
                CostLines.line("question to answer", served.latency().toString()));
    }
}
