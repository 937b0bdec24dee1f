package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question calls a vehicle: by its type, its colour, both, or just a vehicle. */
record VehicleDescription(
        @Nullable VehicleType type, @Nullable VehicleColour colour) {

    private static final String ANY = "vehicle";

    /** All of them: any vehicle, four types, ten colours, and each of the types in each of the colours. */
    static List<VehicleDescription> all() {
        List<VehicleDescription> all = new ArrayList<>();
        all.add(new VehicleDescription(null, null));
        for (VehicleType type : VehicleType.values()) {
            all.add(new VehicleDescription(type, null));
        }
        for (VehicleColour colour : VehicleColour.values()) {
            all.add(new VehicleDescription(null, colour));
            for (VehicleType type : VehicleType.values()) {
                all.add(new VehicleDescription(type, colour));
            }
        }
        return all;
    }

    /** Those of one vehicle that say something about it. */
    static List<VehicleDescription> of(VehicleBox box) {
        return List.of(
                new VehicleDescription(box.type(), null),
                new VehicleDescription(null, box.colour()),
                new VehicleDescription(box.type(), box.colour()));
    }

    boolean fits(VehicleBox box) {
        return (type == null || type == box.type()) && (colour == null || colour == box.colour());
    }

    String singular() {
        return coloured(type == null ? ANY : type.label());
    }

    String plural() {
        return coloured(type == null ? ANY + "s" : type == VehicleType.BUS ? "buses" : type.label() + "s");
    }

    String withArticle() {
        return (colour == VehicleColour.ORANGE ? "an " : "a ") + singular();
    }

    /** The colour alone; "coloured" where none is said. */
    String colourWord() {
        return colour == null ? "coloured" : colour.label();
    }

    private String coloured(String noun) {
        return colour == null ? noun : colour.label() + " " + noun;
    }
}
