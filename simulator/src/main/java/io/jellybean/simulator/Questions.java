package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks about frames of a street. A question is asked only if its answer is clear: it is the same whether vehicles that are small or
 * hardly visible are counted or not, and places keep a distance from the borders between them. Answers are balanced as far as the
 * frames allow. The same settings and frame give the same questions. Immutable, for any number of threads.
 */
public final class Questions {
    private static final int ATTEMPTS_PER_QUESTION = 4;

    private final StreetSettings settings;

    /** For frames of the street of these settings. */
    public Questions(StreetSettings settings) {
        this.settings = settings;
    }

    /**
     * Different questions about one frame; the kinds take turns.
     *
     * @param frame of this street
     * @param most how many are wanted, at least 0; fewer are returned where so many cannot be asked
     */
    public List<Question> about(CameraFrame frame, int most) {
        require(most >= 0, "most", ">= 0", most);
        Draws draws = Draws.of(settings.seed(), "questions", frame.cameraId().hashCode(), frame.frameNumber());
        ClearSight sight = new ClearSight(frame, settings);
        NumberQuestions numbers = new NumberQuestions(sight, draws);
        VehicleQuestions vehicles = new VehicleQuestions(sight, draws);
        QuestionKind[] kinds = QuestionKind.values();
        int turn = draws.below(kinds.length);
        Map<String, Question> asked = new LinkedHashMap<>();
        for (int i = 0; i < ATTEMPTS_PER_QUESTION * most && asked.size() < most; i++) {
            Optional<Question> question = switch (kinds[(turn + i) % kinds.length]) {
                case COUNT -> numbers.count();
                case COLOUR -> vehicles.colour();
                case TYPE -> vehicles.type();
                case PRESENCE -> numbers.presence();
                case POSITION -> vehicles.position();
                case RELATION -> vehicles.relation();
                case COMPARISON -> numbers.comparison();
            };
            question.ifPresent(it -> asked.putIfAbsent(it.text(), it));
        }
        return List.copyOf(asked.values());
    }
}
