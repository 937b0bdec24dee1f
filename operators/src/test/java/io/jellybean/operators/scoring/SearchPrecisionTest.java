package io.jellybean.operators.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Looks are directions in the plane, in degrees. */
class SearchPrecisionTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void isOneWhereTheVehicleItselfIsAlwaysNearest() {
        List<EmbeddedVehicle> street = List.of(
                picture("a", 1, 0), picture("a", 2, 90), picture("b", 1, 10), picture("b", 2, 80), picture("b", 3, 45));

        assertThat(SearchPrecision.meanAverage(List.of(street))).isCloseTo(1, EXACT);
    }

    @Test
    void countsHowManyWrongOnesAreNearer() {
        // given: from "a" the order is 9, 1, 9, 1: (1/2 + 2/4) / 2; from "b" there is only the right one, twice
        List<EmbeddedVehicle> street = List.of(
                picture("a", 1, 0), picture("b", 9, 10), picture("b", 1, 20), picture("b", 9, 30), picture("b", 1, 40));

        assertThat(SearchPrecision.meanAverage(List.of(street))).isCloseTo((0.5 + 1 + 1) / 3, EXACT);
    }

    @Test
    void searchesNeitherTheSameCameraNorAnotherStreet() {
        // given: in the first street the same look at the same camera; the second street holds the very look
        List<EmbeddedVehicle> first = List.of(picture("a", 1, 0), picture("a", 2, 0), picture("b", 1, 60));
        List<EmbeddedVehicle> second = List.of(picture("a", 8, 0), picture("b", 8, 0));

        // when, then: from "b" both pictures of "a" are equally near, and the first comes first
        assertThat(SearchPrecision.meanAverage(List.of(first, second))).isCloseTo(1, EXACT);
    }

    @Test
    void needsAVehicleThatTwoCamerasSaw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchPrecision.meanAverage(List.of(List.of(picture("a", 1, 0), picture("b", 2, 0)))))
                .withMessageContaining("two cameras");
    }

    private static EmbeddedVehicle picture(String cameraId, long vehicleId, double degrees) {
        double radians = Math.toRadians(degrees);
        return new EmbeddedVehicle(
                cameraId, vehicleId, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
    }
}
