package io.jellybean.cli.demo;

import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Question;
import io.jellybean.simulator.Questions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked about a recording: spoken questions of a set, each about a frame that is taken just then, and about which its answer
 * is known. All questions of the set that can be asked get their turn.
 */
final class QuestionSchedule {

    /** So many questions are thought of about one frame: some of them will be in the set. */
    private static final int THOUGHT_OF = 200;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final StreetRecording recording;
    private final Questions asking;
    private final Map<String, List<SpokenSentence>> spokenByText;
    private final Map<String, Integer> askedByText = new HashMap<>();

    private record Candidate(CameraFrame frame, Question question) {}

    private QuestionSchedule(StreetRecording recording, List<SpokenSentence> spoken) {
        this.recording = recording;
        this.asking = new Questions(recording.settings());
        this.spokenByText = spoken.stream().collect(Collectors.groupingBy(SpokenSentence::text));
    }

    /**
     * The questions in the order in which they are due; fewer than wanted where a moment has no frame that one can be asked about.
     *
     * @param spoken the set
     * @param perSecond how many are wanted
     */
    static List<TimedQuestion> of(StreetRecording recording, List<SpokenSentence> spoken, double perSecond) {
        QuestionSchedule schedule = new QuestionSchedule(recording, spoken);
        List<TimedQuestion> questions = new ArrayList<>();
        int framesPerCamera = recording.frames(recording.cameras().get(0)).size();
        double framesPerSecond = recording.settings().framesPerSecond();
        int wanted = (int) Math.floor(framesPerCamera / framesPerSecond * perSecond);
        for (int i = 0; i < wanted; i++) {
            double dueSeconds = (i + 0.5) / perSecond;
            int frame = Math.min(framesPerCamera - 1, (int) (dueSeconds * framesPerSecond));
            long dueMicros = Math.round(dueSeconds * MICROS_PER_SECOND);
            schedule.about(frame)
                    .ifPresent(candidate ->
                            questions.add(schedule.asked(candidate, "question-" + (questions.size() + 1), dueMicros)));
        }
        return questions;
    }

    /** Of all that the set can ask about the frames of a moment, what was asked least so far. */
    private Optional<Candidate> about(int moment) {
        return recording.cameras().stream()
                .map(camera -> recording.frames(camera).get(moment))
                .flatMap(frame -> asking.about(frame, THOUGHT_OF).stream()
                        .filter(question -> spokenByText.containsKey(question.text()))
                        .map(question -> new Candidate(frame, question)))
                .min(Comparator.comparingInt(candidate ->
                        askedByText.getOrDefault(candidate.question().text(), 0)));
    }

    private TimedQuestion asked(Candidate candidate, String request, long dueMicros) {
        String text = candidate.question().text();
        int before = askedByText.merge(text, 1, Integer::sum) - 1;
        List<SpokenSentence> ways = spokenByText.getOrDefault(text, List.of());
        return new TimedQuestion(
                request,
                dueMicros,
                candidate.frame().cameraId(),
                candidate.frame().jpeg(),
                ways.get(before % ways.size()),
                candidate.question().answer());
    }
}
