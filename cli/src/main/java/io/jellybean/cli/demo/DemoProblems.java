package io.jellybean.cli.demo;

import io.jellybean.domain.result.AnsweredQuestion;
import java.util.ArrayList;
import java.util.List;

/** What went wrong in a run; that something was not recognised or wrongly answered is a matter of accuracy, not a problem. */
final class DemoProblems {

    private final DemoRun run;
    private final List<String> problems = new ArrayList<>();

    DemoProblems(DemoRun run) {
        this.run = run;
    }

    /** One sentence each; none if all went as planned. */
    List<String> all() {
        problems.clear();
        problems.addAll(run.placements().differences());
        VehicleRun vehicles = run.vehicles();
        long bad = vehicles == null ? 0 : vehicles.badFramesSent();
        if (vehicles != null) {
            addIf(new ServedFrames(vehicles).lost(), "%d frames have no result");
        }
        addIf(bad - run.rejections().size(), "%d unusable frames were not rejected");
        addIf(run.rejections().size() - bad, "%d usable frames were rejected");
        QuestionRun questions = run.questions();
        if (questions != null) {
            ServedQuestions served = new ServedQuestions(questions);
            addIf(served.lost(), "%d questions have no answer");
            addIf(
                    served.count(AnsweredQuestion.TIMED_OUT),
                    "%d questions waited in vain for their frames, or these for them");
        }
        Replanned replanned = run.replanned();
        if (replanned != null && replanned.after() == null) {
            problems.add("the cameras doubled their rate, but the job was not moved: " + replanned.why());
        }
        addIf(run.restarts(), "the job failed and was restarted");
        return List.copyOf(problems);
    }

    private void addIf(long count, String problem) {
        if (count > 0) {
            problems.add(problem.formatted(count));
        }
    }
}
