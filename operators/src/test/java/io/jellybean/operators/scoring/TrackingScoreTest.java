package io.jellybean.operators.scoring;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.operators.vision.Box;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingScoreTest {

    private static final Offset<Double> EXACT = within(1e-6);
    private static final Box HERE = new Box(0, 0, 10, 10);
    private static final Box THERE = new Box(100, 0, 10, 10);
    private static final Box NOWHERE = new Box(500, 500, 10, 10);

    @ParameterizedTest
    @ValueSource(strings = {"seq1", "seq2", "seq3"})
    void givesTheNumbersOfThePublicKit(String name) throws IOException {
        // given
        TrackingSequence sequence = MotFiles.sequence("/tracking-metrics/" + name);
        JsonNode expected = expectedOf(name);

        // when
        TrackingScore score = TrackingScore.of(List.of(sequence));

        // then
        assertThat(score.idf1()).isCloseTo(expected.get("idf1").asDouble(), EXACT);
        assertThat(score.mota()).isCloseTo(expected.get("mota").asDouble(), EXACT);
        assertThat(score.hota()).isCloseTo(expected.get("hota").asDouble(), EXACT);
        assertThat(score.detA()).isCloseTo(expected.get("detA").asDouble(), EXACT);
        assertThat(score.assA()).isCloseTo(expected.get("assA").asDouble(), EXACT);
        assertThat(score.idSwitches()).isEqualTo(expected.get("idSwitches").asLong());
        assertThat(score.falsePositives())
                .isEqualTo(expected.get("falsePositives").asLong());
        assertThat(score.misses()).isEqualTo(expected.get("misses").asLong());
    }

    @Test
    void acrossCamerasAnIdMustHoldInAllOfThem() {
        // given: a vehicle for 6 frames at one camera and for 4 at the next, where its id is another
        TrackingSequence first =
                new TrackingSequence(nCopies(6, new TrackingFrame(List.of(box(1, HERE)), List.of(box(7, HERE)))));
        TrackingSequence second =
                new TrackingSequence(nCopies(4, new TrackingFrame(List.of(box(1, HERE)), List.of(box(8, HERE)))));

        // when
        TrackingScore each = TrackingScore.of(List.of(first, second));
        TrackingScore across = TrackingScore.of(List.of(TrackingSequence.acrossCameras(List.of(first, second))));

        // then
        assertThat(each.idf1()).isCloseTo(1.0, EXACT);
        assertThat(across.idf1()).isCloseTo(0.6, EXACT);
    }

    @Test
    void countsOneSwitchWhereATrackChangesItsIdAfterSixOfTenFrames() {
        // given
        List<TrackingFrame> frames = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            frames.add(new TrackingFrame(List.of(box(1, HERE)), List.of(box(i < 6 ? 7 : 8, HERE))));
        }

        // when
        TrackingScore score = TrackingScore.of(List.of(new TrackingSequence(frames)));

        // then
        assertThat(score.idf1()).isCloseTo(0.6, EXACT);
        assertThat(score.idSwitches()).isEqualTo(1);
        assertThat(score.mota()).isCloseTo(0.9, EXACT);
    }

    @Test
    void countsTwoSwitchesWhereTwoTracksSwapIdsInTheLastOfFourFrames() {
        // given
        List<TrackingFrame> frames = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean swapped = i == 3;
            frames.add(new TrackingFrame(
                    List.of(box(1, HERE), box(2, THERE)),
                    List.of(box(7, swapped ? THERE : HERE), box(8, swapped ? HERE : THERE))));
        }

        // when
        TrackingScore score = TrackingScore.of(List.of(new TrackingSequence(frames)));

        // then
        assertThat(score.idf1()).isCloseTo(0.75, EXACT);
        assertThat(score.idSwitches()).isEqualTo(2);
        assertThat(score.mota()).isCloseTo(0.75, EXACT);
    }

    @Test
    void countsMissesAndFalseBoxes() {
        // given: five true boxes, four hits, three boxes where nothing is
        List<TrackingFrame> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<IdentifiedBox> tracked = new ArrayList<>();
            if (i < 4) {
                tracked.add(box(7, HERE));
            }
            if (i < 3) {
                tracked.add(box(100 + i, NOWHERE));
            }
            frames.add(new TrackingFrame(List.of(box(1, HERE)), tracked));
        }

        // when
        TrackingScore score = TrackingScore.of(List.of(new TrackingSequence(frames)));

        // then
        assertThat(score.idf1()).isCloseTo(2 * 4 / 12.0, EXACT);
        assertThat(score.idSwitches()).isZero();
        assertThat(score.mota()).isCloseTo(0.2, EXACT);
        assertThat(score.misses()).isEqualTo(1);
        assertThat(score.falsePositives()).isEqualTo(3);
    }

    @Test
    void keepsTheMatchOfTheLastFrameEvenIfAnotherTrackOverlapsMore() {
        // given: track 8 comes closer to the truth than track 7, which had it before
        Box almost = new Box(2, 0, 10, 10);
        List<TrackingFrame> frames = List.of(
                new TrackingFrame(List.of(box(1, HERE)), List.of(box(7, HERE))),
                new TrackingFrame(List.of(box(1, HERE)), List.of(box(7, almost), box(8, HERE))));

        // when
        TrackingScore score = TrackingScore.of(List.of(new TrackingSequence(frames)));

        // then
        assertThat(score.idSwitches()).isZero();
    }

    @Test
    void doesNotMixUpEqualIdsOfTwoSequences() {
        // given: vehicle 1 is track 7 here and track 8 there
        TrackingSequence here =
                new TrackingSequence(List.of(new TrackingFrame(List.of(box(1, HERE)), List.of(box(7, HERE)))));
        TrackingSequence there =
                new TrackingSequence(List.of(new TrackingFrame(List.of(box(1, HERE)), List.of(box(8, HERE)))));

        // when
        TrackingScore score = TrackingScore.of(List.of(here, there));

        // then
        assertThat(score.idf1()).isEqualTo(1);
        assertThat(score.hota()).isCloseTo(1, EXACT);
        assertThat(score.idSwitches()).isZero();
    }

    @Test
    void scoresNothingReportedAsNothingFound() {
        // given
        TrackingSequence blind = new TrackingSequence(List.of(new TrackingFrame(List.of(box(1, HERE)), List.of())));

        // when
        TrackingScore score = TrackingScore.of(List.of(blind));

        // then
        assertThat(score.idf1()).isZero();
        assertThat(score.mota()).isZero();
        assertThat(score.hota()).isZero();
    }

    @Test
    void refusesATruthWithoutBoxes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackingScore.of(List.of()))
                .withMessageContaining("truth");
    }

    @Test
    void refusesAnIdThatStandsTwiceInAFrame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingFrame(List.of(), List.of(box(7, HERE), box(7, THERE))))
                .withMessageContaining("tracked")
                .withMessageContaining("7");
    }

    private static JsonNode expectedOf(String name) throws IOException {
        try (InputStream file = TrackingScoreTest.class.getResourceAsStream("/tracking-metrics/expected.json")) {
            return new ObjectMapper().readTree(file).get(name);
        }
    }

    private static IdentifiedBox box(long id, Box box) {
        return new IdentifiedBox(id, box);
    }
}
