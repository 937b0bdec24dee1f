package io.jellybean.operators.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cameras "a", "b", "c" along a street; 10 to 20 seconds from one to the next. Looks are directions in the plane. */
class CrossCameraAssociatorTest {

    private static final List<TravelWindow> EASTWARDS =
            List.of(new TravelWindow("a", "b", 10, 20), new TravelWindow("b", "c", 10, 20));
    private static final AssociatorSettings AT_ONCE = AssociatorSettings.of(TravelTimes.of(EASTWARDS))
            .withGreatestDistance(0.3)
            .withDecision(1, 2, 0);

    private AssociatorState state = AssociatorState.initial();
    private AssociatorSettings settings = AT_ONCE;

    @Test
    void aVehicleKeepsItsIdAtTheNextCameras() {
        assertThat(show(0, track("a", 1, 0))).containsExactly(1L);
        assertThat(show(15, track("b", 7, 5))).containsExactly(1L);
        assertThat(show(30, track("c", 3, -5))).containsExactly(1L);
    }

    @Test
    void aTrackKeepsItsVehicleWhileItIsSeen() {
        show(0, track("a", 1, 0));

        assertThat(show(0.1, track("a", 1, 60))).containsExactly(1L);
    }

    @Test
    void whatLooksDifferentIsAnotherVehicle() {
        show(0, track("a", 1, 0));

        assertThat(show(15, track("b", 1, 90))).containsExactly(2L);
    }

    @Test
    void nothingIsFasterOrSlowerThanItsTravelWindow() {
        show(0, track("a", 1, 0));

        assertThat(show(9.9, track("b", 1, 0))).containsExactly(2L);
        assertThat(show(20.1, track("b", 2, 0))).containsExactly(3L);
    }

    @Test
    void theWayBeginsWhenTheVehicleLeavesTheView() {
        // given: seen for 8 seconds
        for (int i = 0; i <= 8; i++) {
            show(i, track("a", 1, 0));
        }

        // when, then: 15 after it came is 7 after it left
        assertThat(show(15, track("b", 1, 0))).containsExactly(2L);
        assertThat(show(18.5, track("b", 2, 1))).containsExactly(1L);
    }

    @Test
    void nothingDrivesWhereThereIsNoWindow() {
        show(0, track("b", 1, 0));

        assertThat(show(15, track("a", 1, 0))).containsExactly(2L);
    }

    @Test
    void theSumOfDistancesDecidesAndNotWhoComesFirst() {
        // given: at 0 and 30 degrees; then at 20 and 50, where 20 is nearer to 30, but 50 is too far from 0
        show(0, track("a", 1, 0), track("a", 2, 30));

        // when
        List<Long> ids = show(15, track("b", 1, 20), track("b", 2, 50));

        // then
        assertThat(ids).containsExactly(1L, 2L);
    }

    @Test
    void oneVehicleIsNotTwoTracksOfOneCamera() {
        show(0, track("a", 1, 0));

        assertThat(show(15, track("b", 1, 2), track("b", 2, 1))).containsExactly(2L, 1L);
    }

    @Test
    void oneVehicleIsNotTakenUpByALaterTrackWhileItIsStillSeen() {
        show(0, track("a", 1, 0));
        show(15, track("b", 1, 2));

        assertThat(show(16, track("b", 1, 2), track("b", 2, 0))).containsExactly(1L, 2L);
    }

    @Test
    void aVehicleThatIsKnownToHaveDrivenOnIsNotFoundInBetweenWhereItCannotHaveBeen() {
        // given: at "a" and 25 seconds later at "c", which says that it passed "b" after 10 to 15
        List<TravelWindow> windows = new ArrayList<>(EASTWARDS);
        windows.add(new TravelWindow("a", "c", 20, 40));
        settings = AssociatorSettings.of(TravelTimes.of(windows))
                .withGreatestDistance(0.3)
                .withDecision(1, 50, 0);
        show(0, track("a", 1, 0));
        show(25, track("c", 1, 0));
        settings = settings.withDecision(5, 50, 0);
        show(19, track("b", 1, 0));
        show(12, track("b", 2, 1));
        settings = settings.withDecision(1, 50, 0);

        // when
        show(26);

        // then
        assertThat(decided)
                .containsExactlyInAnyOrder(
                        new GlobalTrack("a", 1, 1),
                        new GlobalTrack("b", 1, 2),
                        new GlobalTrack("b", 2, 1),
                        new GlobalTrack("c", 1, 1));
    }

    @Test
    void aLostTrackIsTakenUpAgainIfItsCameraHasAWindowToItself() {
        // given
        settings = AssociatorSettings.of(TravelTimes.of(List.of(new TravelWindow("a", "a", 0, 5))))
                .withDecision(1, 2, 0);
        show(0, track("a", 1, 0));

        // when, then
        assertThat(show(1, track("a", 2, 0))).containsExactly(1L);
    }

    @Test
    void waitsForSightingsEnoughAndDecidesByTheirMean() {
        // given: the first sight of it is misleading
        settings = AT_ONCE.withDecision(3, 2, 0);
        for (int i = 0; i < 3; i++) {
            show(i, track("a", 1, 0));
        }

        // when, then
        assertThat(show(15, track("b", 1, 90))).isEmpty();
        assertThat(show(15.1, track("b", 1, 0))).isEmpty();
        assertThat(show(15.2, track("b", 1, -5))).containsExactly(1L);
    }

    @Test
    void decidesATrackThatEndsEarlyWithWhatThereIs() {
        // given
        settings = AT_ONCE.withDecision(3, 2, 0);
        show(0, track("a", 1, 0));

        // when
        show(1.9);
        int early = decided.size();
        show(2.1);

        // then
        assertThat(early).isZero();
        assertThat(decided).containsExactly(new GlobalTrack("a", 1, 1));
    }

    @Test
    void tracksThatAreDueInOneRoundAreMatchedTogetherAlsoAcrossCameras() {
        // given: both ended long ago when the first round comes
        settings = AT_ONCE.withDecision(5, 2, 100);
        state = new AssociatorState(1, 0, 50, List.of(), List.of());
        show(0, track("a", 1, 0));
        show(15, track("b", 1, 0));

        // when
        show(50);

        // then
        assertThat(decided).containsExactly(new GlobalTrack("a", 1, 1), new GlobalTrack("b", 1, 1));
    }

    @Test
    void alsoFindsTheEarlierCameraWhenItsTrackIsDecidedLater() {
        // given: long seen at "a", where it is undecided until it ends
        settings = AT_ONCE.withDecision(3, 20, 0);
        show(0, track("a", 1, 0));
        for (int i = 0; i < 3; i++) {
            show(15 + i, track("b", 1, 0));
        }

        // when
        show(21);

        // then
        assertThat(decided).containsExactly(new GlobalTrack("b", 1, 1), new GlobalTrack("a", 1, 1));
    }

    @Test
    void forgetsWhatCannotComeBackAnyMore() {
        show(0, track("a", 1, 0));
        show(23);

        assertThat(state.tracks()).isEmpty();
        assertThat(state.vehicles()).isEmpty();
    }

    @Test
    void remembersNoMoreThanAllowedAndForgetsTheOldestFirst() {
        // given
        settings = AT_ONCE.withMostVehicles(2);

        // when
        show(0, track("a", 1, 0));
        show(1, track("a", 2, 90));
        show(2, track("a", 3, 180));

        // then
        assertThat(state.vehicles()).extracting(KnownVehicle::vehicleId).containsExactly(2L, 3L);
        assertThat(state.tracks()).hasSize(2);
    }

    @Test
    void goesOnFromAStateThatWasKept() {
        // given
        show(0, track("a", 1, 0));
        state = new AssociatorState(
                state.nextVehicleId(), state.nowSeconds(), state.nextRoundSeconds(), state.tracks(), state.vehicles());

        // when, then
        assertThat(show(15, track("b", 1, 0), track("b", 2, 120))).containsExactly(1L, 2L);
    }

    @Test
    void rejectsEmbeddingsOfAnotherNetwork() {
        show(0, track("a", 1, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> show(0.1, new TrackSighting("a", 1, new float[] {1, 0, 0})))
                .withMessageContaining("3 dimensions");
    }

    private final List<GlobalTrack> decided = new ArrayList<>();

    /** The vehicles of the tracks that are shown, in their order, as far as they are decided. */
    private List<Long> show(double seconds, TrackSighting... sightings) {
        AssociatorStep step = new CrossCameraAssociator(settings).step(state, List.of(sightings), seconds);
        state = step.next();
        decided.addAll(step.decided());
        return step.seen().stream().map(GlobalTrack::vehicleId).toList();
    }

    private static TrackSighting track(String cameraId, long trackId, double degrees) {
        double radians = Math.toRadians(degrees);
        return new TrackSighting(cameraId, trackId, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
    }
}
