package io.jellybean.operators.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mean average precision (mAP) of finding a vehicle again: each picture searches those of the other cameras of its street,
 * the nearest by dot product first. A picture whose vehicle no other camera saw is not searched for, but can be found in
 * error by others (after Zheng et al. 2015).
 */
public final class SearchPrecision {

    private SearchPrecision() {}

    /**
     * The mean over all searches of all streets.
     *
     * @param streets for each street the pictures of all its cameras
     * @return 0..1
     * @throws IllegalArgumentException if no vehicle was seen by two cameras: then there is nothing to search
     */
    public static double meanAverage(List<List<EmbeddedVehicle>> streets) {
        double sum = 0;
        int searches = 0;
        for (List<EmbeddedVehicle> street : streets) {
            for (EmbeddedVehicle wanted : street) {
                List<EmbeddedVehicle> others = street.stream()
                        .filter(other -> !other.cameraId().equals(wanted.cameraId()))
                        .toList();
                if (others.stream().anyMatch(other -> other.vehicleId() == wanted.vehicleId())) {
                    sum += average(wanted, others);
                    searches++;
                }
            }
        }
        if (searches == 0) {
            throw new IllegalArgumentException(
                    "search precision: no vehicle was seen by two cameras. Maybe score more frames of each.");
        }
        return sum / searches;
    }

    /** The mean, over the pictures of the vehicle, of the share of right ones among those that are no farther. */
    private static double average(EmbeddedVehicle wanted, List<EmbeddedVehicle> others) {
        record Found(boolean right, double likeness) {}
        List<Found> found = new ArrayList<>();
        for (EmbeddedVehicle other : others) {
            found.add(
                    new Found(other.vehicleId() == wanted.vehicleId(), product(wanted.embedding(), other.embedding())));
        }
        found.sort(Comparator.comparingDouble(Found::likeness).reversed());
        double sum = 0;
        int right = 0;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).right()) {
                right++;
                sum += (double) right / (i + 1);
            }
        }
        return sum / right;
    }

    private static double product(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}
