package io.jellybean.operators.tracking;

import static io.jellybean.operators.tracking.Scene.idAt;
import static io.jellybean.operators.tracking.Scene.looking;
import static io.jellybean.operators.tracking.Scene.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.operators.vision.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleTrackerTest {

    private final Scene scene = new Scene(TrackerSettings.defaults());

    @Test
    void reportsASureVehicleAtOnce() {
        assertThat(scene.show(vehicle(100, 50))).hasSize(1);
    }

    @Test
    void reportsALessSureVehicleFromItsSecondFrameOn() {
        assertThat(scene.show(vehicle(100, 50, 0.5f))).isEmpty();
        assertThat(scene.show(vehicle(104, 50, 0.5f))).hasSize(1);
    }

    @Test
    void aVehicleThatIsDetectedTwiceIsFollowedOnce() {
        // given: a second, fainter box around much the same place
        for (int i = 0; i < 5; i++) {
            scene.show(vehicle(100 + 5 * i, 50), vehicle(108 + 5 * i, 52, 0.5f));
        }

        assertThat(scene.idsSoFar()).containsExactly(1L);
    }

    @Test
    void vehiclesThatOverlapAreTwoIfTheyLookDifferent() {
        for (int i = 0; i < 5; i++) {
            scene.showSeen(looking(0, vehicle(100, 50)), looking(90, vehicle(108, 52, 0.5f)));
        }

        assertThat(scene.idsSoFar()).containsExactly(1L, 2L);
    }

    @Test
    void aVehicleThatLeavesDoesNotHandItsTrackOnToOneThatComes() {
        // given
        for (int i = 0; i < 5; i++) {
            scene.showSeen(looking(0, vehicle(600 + 5 * i, 50)));
        }

        // when: where it should be is one that looks different
        List<TrackedBox> after = scene.showSeen(looking(80, vehicle(622, 50)));

        // then
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(2L);
    }

    @Test
    void aTrackedBoxKnowsWhatItWasMadeOf() {
        SeenVehicle seen = looking(0, vehicle(100, 50));

        assertThat(scene.showSeen(seen)).extracting(TrackedBox::seen).containsExactly(seen);
    }

    @Test
    void forgetsASingleFalseDetectionAndUsesNoNumberUp() {
        // given
        scene.show(vehicle(100, 50, 0.5f));
        scene.show();

        // when
        scene.show(vehicle(300, 50, 0.5f));
        List<TrackedBox> tracked = scene.show(vehicle(304, 50, 0.5f));

        // then
        assertThat(tracked).extracting(TrackedBox::trackId).containsExactly(1L);
    }

    @Test
    void crossingVehiclesKeepTheirIds() {
        // given: one to the right, one downwards; their boxes overlap around the middle
        long first = 0;
        long second = 0;
        for (int i = 0; i <= 40; i++) {
            List<TrackedBox> tracked = scene.show(vehicle(100 + 5 * i, 100), vehicle(200, 22 + 4 * i));
            if (i == 5) {
                first = idAt(tracked, 125, 100);
                second = idAt(tracked, 200, 42);
            }
        }

        // when
        List<TrackedBox> after = scene.show(vehicle(305, 100), vehicle(200, 186));

        // then
        assertThat(idAt(after, 305, 100)).isEqualTo(first);
        assertThat(idAt(after, 200, 186)).isEqualTo(second);
        assertThat(scene.idsSoFar()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void vehiclesThatMeetAndPassKeepTheirIds() {
        // given: two lanes so close that the boxes overlap by more than half when they pass
        for (int i = 0; i <= 40; i++) {
            scene.show(vehicle(100 + 5 * i, 100), vehicle(300 - 5 * i, 106));
        }

        // when
        List<TrackedBox> after = scene.show(vehicle(305, 100), vehicle(95, 106));

        // then: who came from the left, the first detection, was confirmed first
        assertThat(idAt(after, 305, 100)).isEqualTo(1);
        assertThat(idAt(after, 95, 106)).isEqualTo(2);
        assertThat(scene.idsSoFar()).hasSize(2);
    }

    @Test
    void anOcclusionOfAFewFramesKeepsTheId() {
        // given
        for (int i = 0; i < 10; i++) {
            scene.show(vehicle(100 + 6 * i, 50));
        }
        for (int i = 10; i < 18; i++) {
            assertThat(scene.show()).isEmpty();
        }

        // when
        List<TrackedBox> after = scene.show(vehicle(100 + 6 * 18, 50));

        // then
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(1L);
    }

    @Test
    void anUnsureDetectionContinuesATrack() {
        // given
        scene.show(vehicle(100, 50));
        scene.show(vehicle(104, 50));

        // when
        List<TrackedBox> tracked = scene.show(vehicle(108, 50, 0.3f));

        // then
        assertThat(tracked).hasSize(1);
        assertThat(tracked.get(0).score()).isEqualTo(0.3f);
    }

    @Test
    void anUnsureDetectionBeginsNoTrack() {
        for (int i = 0; i < 5; i++) {
            assertThat(scene.show(vehicle(100, 50, 0.3f))).isEmpty();
        }
        assertThat(scene.state().tracks()).isEmpty();
    }

    @Test
    void droppedFramesKeepTheIdBecauseTimeIsKnown() {
        // given: 60 pixels per second; then a second is missing, one and a half lengths of the vehicle
        for (int i = 0; i < 10; i++) {
            scene.show(vehicle(100 + 6 * i, 50));
        }

        // when
        List<TrackedBox> after = scene.showAfter(1, vehicle(154 + 60, 50));

        // then
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(1L);
    }

    @Test
    void losesAVehicleThatIsMissedTooOften() {
        // given
        Scene impatient = new Scene(TrackerSettings.defaults().withPatience(2, 100));
        impatient.show(vehicle(100, 50));
        impatient.show(vehicle(100, 50));

        // when
        impatient.show();
        impatient.show();
        int whileWaiting = impatient.state().tracks().size();
        impatient.show();

        // then
        assertThat(whileWaiting).isEqualTo(1);
        assertThat(impatient.state().tracks()).isEmpty();
    }

    @Test
    void losesAVehicleThatIsUnseenForTooLongHoweverFewFramesCame() {
        // given
        scene.show(vehicle(100, 50));
        scene.show(vehicle(100, 50));

        // when: the camera was silent for a minute, and something stands at the same place
        scene.showAfter(60, vehicle(100, 50));
        List<TrackedBox> after = scene.show(vehicle(100, 50));

        // then
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(2L);
    }

    @Test
    void idsContinueWhereARestoredStateLeftOff() {
        // given
        VehicleTracker tracker = new VehicleTracker(TrackerSettings.defaults().withHitsToConfirm(1));
        TrackerState kept = tracker.step(TrackerState.initial(), List.of(vehicle(100, 50)), 0)
                .next();
        TrackerState restored = new TrackerState(kept.nextTrackId(), List.copyOf(kept.tracks()));

        // when
        TrackerStep step = new VehicleTracker(TrackerSettings.defaults().withHitsToConfirm(1))
                .step(restored, List.of(vehicle(104, 50), vehicle(300, 50)), 0.1);

        // then
        assertThat(step.tracked()).extracting(TrackedBox::trackId).containsExactly(1L, 2L);
    }

    @Test
    void followsNoMoreVehiclesThanAllowedAndPrefersTheSurest() {
        // given
        Scene small = new Scene(TrackerSettings.defaults().withMaxTracks(2).withHitsToConfirm(1));

        // when
        List<TrackedBox> tracked = small.show(vehicle(100, 50, 0.6f), vehicle(200, 50, 0.9f), vehicle(300, 50, 0.8f));

        // then
        assertThat(tracked).extracting(TrackedBox::score).containsExactly(0.9f, 0.8f);
        assertThat(small.state().tracks()).hasSize(2);
    }

    @Test
    void theLabelIsThatOfTheBestDetection() {
        // given
        Detection surelyABus = new Detection(vehicle(100, 50).box(), 2, 0.95f);
        Detection perhapsACar = new Detection(vehicle(100, 50).box(), 0, 0.6f);

        // when
        scene.show(surelyABus);
        List<TrackedBox> tracked = scene.show(perhapsACar);

        // then
        assertThat(tracked).extracting(TrackedBox::label).containsExactly(2);
    }

    @Test
    void equalFramesAtTheSameTimeDoNoHarm() {
        scene.showAfter(0, vehicle(100, 50));
        assertThat(scene.showAfter(0, vehicle(100, 50))).hasSize(1);
    }

    @Test
    void theReportedBoxIsCloseToTheDetectedOne() {
        List<TrackedBox> tracked = List.of();
        for (int i = 0; i < 20; i++) {
            tracked = scene.show(vehicle(100 + 6 * i, 50));
        }
        assertThat(tracked.get(0).box().iou(vehicle(214, 50).box())).isCloseTo(1, within(0.05));
    }

    @Test
    void looksTellVehiclesApartThatStandWhereTheOtherIsExpected() {
        // given: side by side, half overlapping
        for (int i = 0; i < 5; i++) {
            scene.showSeen(looking(0, vehicle(100, 50)), looking(90, vehicle(112, 50)));
        }

        // when: they have changed places from one frame to the next
        List<TrackedBox> after = scene.showSeen(looking(90, vehicle(102, 50)), looking(0, vehicle(110, 50)));

        // then: boxes alone would say otherwise
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(1L, 2L);
        assertThat(after.get(0).box().centreX()).isGreaterThan(104);
        assertThat(after.get(1).box().centreX()).isLessThan(108);
    }

    @Test
    void withoutWeightLooksChangeNothing() {
        // given
        Scene blind = new Scene(TrackerSettings.defaults().withRules(new MatchRules(0.2, 0, 0.45, 0.6)));
        for (int i = 0; i < 5; i++) {
            blind.showSeen(looking(0, vehicle(100, 50)), looking(90, vehicle(112, 50)));
        }

        // when
        List<TrackedBox> after = blind.showSeen(looking(90, vehicle(102, 50)), looking(0, vehicle(110, 50)));

        // then
        assertThat(after.get(0).box().centreX()).isLessThan(104);
        assertThat(after.get(1).box().centreX()).isGreaterThan(108);
    }

    @Test
    void looksDoNotReachWhereTheVehicleCannotBe() {
        // given
        scene.showSeen(looking(0, vehicle(100, 50)));
        scene.showSeen(looking(0, vehicle(100, 50)));

        // when
        List<TrackedBox> after = scene.showSeen(looking(0, vehicle(300, 50)));

        // then
        assertThat(after).extracting(TrackedBox::trackId).containsExactly(2L);
    }

    @Test
    void rejectsEmbeddingsOfAnotherNetwork() {
        scene.showSeen(looking(0, vehicle(100, 50)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.showSeen(new SeenVehicle(vehicle(100, 50), new float[] {1, 0, 0})))
                .withMessageContaining("3 dimensions");
    }

    @Test
    void rejectsScoresAndRulesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreLevels(0.5f, 0.4f, 0.6f))
                .withMessageContaining("birth")
                .withMessageContaining("0.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRules(0.2, 0.5, Double.NaN, 0.4))
                .withMessageContaining("leastLikeness");
    }

    @Test
    void rejectsTimeThatRunsBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.showAfter(-0.1))
                .withMessageContaining("secondsSinceLast");
    }
}
