package io.jellybean.simulator;

import static io.jellybean.simulator.VehicleColour.BLUE;
import static io.jellybean.simulator.VehicleColour.RED;
import static io.jellybean.simulator.VehicleColour.WHITE;
import static io.jellybean.simulator.VehicleType.BUS;
import static io.jellybean.simulator.VehicleType.CAR;
import static io.jellybean.simulator.VehicleType.VAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final StreetSettings SETTINGS = StreetSettings.defaults().withSeed(4711);

    private static final VehicleBox BUS_ON_THE_LEFT = vehicle(1, BUS, RED, 50, 1.0);
    private static final VehicleBox CAR_AHEAD = vehicle(2, CAR, BLUE, 300, 1.0);
    private static final VehicleBox CAR_ON_THE_RIGHT = vehicle(3, CAR, WHITE, 520, 0.8);

    @Test
    void answersAreTrue() {
        Map<String, String> answers = answers(BUS_ON_THE_LEFT, CAR_AHEAD, CAR_ON_THE_RIGHT);

        assertThat(answers)
                .containsEntry("how many cars are there", "2")
                .containsEntry("how many vehicles do you see", "3")
                .containsEntry("what colour is the bus", "red")
                .containsEntry("what kind of vehicle is the blue one", "car")
                .containsEntry("where is the bus", "left")
                .containsEntry("where is the blue car", "ahead")
                .containsEntry("where is the white vehicle", "right")
                .containsEntry("is the bus left or right of the white car", "left")
                .containsEntry("is there a bus", "yes")
                .containsEntry("are there more cars than buses", "yes")
                .containsEntry("are there fewer buses than cars", "yes")
                .doesNotContainKey("what colour is the car")
                .doesNotContainKey("where is the car");
        assertThat(answers.keySet())
                .filteredOn(question -> question.startsWith("is there a"))
                .anyMatch(question -> "no".equals(answers.get(question)));
    }

    @Test
    void asksNothingThatAHardlyVisibleVehicleWouldChange() {
        VehicleBox hidden = vehicle(4, VAN, RED, 200, 0.35);

        Map<String, String> answers = answers(BUS_ON_THE_LEFT, CAR_AHEAD, hidden);

        assertThat(answers)
                .containsEntry("what colour is the bus", "red")
                .containsEntry("how many cars are there", "1")
                .containsEntry("are there any blue cars", "yes");
        assertThat(answers.keySet()).noneMatch(question -> question.contains("red one"));
        assertThat(answers)
                .doesNotContainKeys("how many vans are there", "how many red vehicles are there", "is there a red van")
                .doesNotContainKeys("is there a van", "what colour is the van", "are there more vans than trucks");
    }

    @Test
    void asksNothingThatAGlimpseWouldChange() {
        VehicleBox glimpse = vehicle(4, CAR, RED, 400, 0.05);

        Map<String, String> answers = answers(List.of(BUS_ON_THE_LEFT, CAR_AHEAD), List.of(glimpse));

        assertThat(answers)
                .containsEntry("where is the blue car", "ahead")
                .doesNotContainKeys("how many cars are there", "what colour is the car", "are there any red cars");
    }

    @Test
    void placesKeepADistanceFromTheirBorders() {
        VehicleBox nearTheBorder = vehicle(4, VAN, RED, 640 / 3.0 - 30, 1.0);

        Map<String, String> answers = answers(nearTheBorder, vehicle(5, CAR, BLUE, 640 / 3.0 - 10, 1.0));

        assertThat(answers).doesNotContainKeys("where is the van", "is the van left or right of the car");
    }

    @Test
    void theSameFrameIsAskedTheSame() {
        CameraFrame frame = Street.generate(SETTINGS).camera(1).frame(40);

        assertThat(new Questions(SETTINGS).about(frame, 20))
                .isEqualTo(new Questions(SETTINGS).about(frame, 20))
                .isNotEqualTo(new Questions(SETTINGS.withSeed(1)).about(frame, 20))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKindIsAskedAndNoAnswerPrevails() {
        List<Question> asked = new ArrayList<>();
        LongStream.rangeClosed(1, 8)
                .parallel()
                .mapToObj(QuestionsTest::ofStreet)
                .forEachOrdered(asked::addAll);
        Map<QuestionKind, Map<String, Long>> answers = asked.stream()
                .collect(Collectors.groupingBy(
                        Question::kind, Collectors.groupingBy(Question::answer, Collectors.counting())));
        Set<String> words = new HashSet<>(QuestionGrammar.words());

        assertThat(answers).containsOnlyKeys(QuestionKind.values());
        answers.forEach((kind, counts) -> {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            assertThat(counts.values()).as("%s %s", kind, counts).allMatch(count -> count < 0.6 * all);
        });
        assertThat(asked).allSatisfy(question -> {
            assertThat(words).containsAll(Arrays.asList(question.text().split(" ")));
            assertThat(QuestionGrammar.answers()).contains(question.answer());
        });
    }

    private static List<Question> ofStreet(long seed) {
        StreetSettings settings = SETTINGS.withSeed(seed);
        Street street = Street.generate(settings);
        return street.cameras().stream()
                .flatMap(camera -> LongStream.of(0, 90, 180, 270).mapToObj(camera::frame))
                .flatMap(frame -> new Questions(settings).about(frame, 14).stream())
                .toList();
    }

    private static Map<String, String> answers(VehicleBox... truth) {
        return answers(List.of(truth), List.of());
    }

    /** Everything that is asked about such a frame, under many frame numbers. */
    private static Map<String, String> answers(List<VehicleBox> truth, List<VehicleBox> glimpses) {
        Questions questions = new Questions(SETTINGS);
        return LongStream.range(0, 1_500)
                .mapToObj(number -> new CameraFrame("cam-1", number, new byte[0], truth, glimpses))
                .flatMap(frame -> questions.about(frame, 20).stream())
                .collect(Collectors.toMap(Question::text, Question::answer, (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                }));
    }

    private static VehicleBox vehicle(
            long id, VehicleType type, VehicleColour colour, double left, double visibleFraction) {
        return new VehicleBox(id, type, colour, left, 100, 60, 40, visibleFraction);
    }
}
