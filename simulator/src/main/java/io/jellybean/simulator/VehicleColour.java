package io.jellybean.simulator;

import java.util.Locale;

/** The paint of a vehicle, by the name a person would give it. Each vehicle's own shade differs a little. */
public enum VehicleColour {
    WHITE(0xE6E6E2),
    SILVER(0xB4B8BC),
    GREY(0x74787C),
    BLACK(0x26282B),
    RED(0xB02A25),
    BLUE(0x2B4C9B),
    GREEN(0x2F6B3F),
    YELLOW(0xD9B92E),
    ORANGE(0xD0702A),
    BROWN(0x6B4A35);

    private final int rgb;

    VehicleColour(int rgb) {
        this.rgb = rgb;
    }

    /** The name used in labels and answers, such as {@code red}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rgb() {
        return rgb;
    }
}
