package io.jellybean.simulator;

import java.util.Locale;

/** What kind of vehicle drives by. The order is the order of a detector's classes. */
public enum VehicleType {
    CAR,
    VAN,
    TRUCK,
    BUS;

    /** The name used in labels and answers: {@code car}, {@code van}, {@code truck} or {@code bus}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
