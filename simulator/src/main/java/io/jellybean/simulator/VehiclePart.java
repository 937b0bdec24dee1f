package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a vehicle's body: a profile, seen from the side, drawn out to the vehicle's width. Profile points run from the rear's
 * lower end over the roof to the front's lower end; u is metres ahead of the vehicle's middle, z metres above the road.
 */
final class VehiclePart {
    /** What the strip of body between two profile points is. */
    enum Surface {
        BODY,
        GLASS,
        FRONT,
        REAR
    }

    /** Something on the near side: a window, a wheel, a stripe. */
    @SuppressWarnings("ArrayRecordComponent") // drawn at once, never compared
    record Panel(double[] us, double[] zs, int rgb) {}

    final double[] us;
    final double[] zs;
    final Surface[] surfaces;
    final int rgb;
    final List<Panel> panels = new ArrayList<>();

    /** Surface i lies between the profile points i and i + 1. */
    VehiclePart(int rgb, double[] us, double[] zs, Surface... surfaces) {
        this.rgb = rgb;
        this.us = us;
        this.zs = zs;
        this.surfaces = surfaces;
    }

    VehiclePart panel(int panelRgb, double[] panelUs, double[] panelZs) {
        panels.add(new Panel(panelUs, panelZs, panelRgb));
        return this;
    }

    VehiclePart rectangle(int panelRgb, double fromU, double toU, double fromZ, double toZ) {
        return panel(panelRgb, new double[] {fromU, toU, toU, fromU}, new double[] {fromZ, fromZ, toZ, toZ});
    }

    VehiclePart wheel(double u, double radius, int hubRgb) {
        disc(0x17171A, u, radius, radius);
        return disc(hubRgb, u, radius, 0.5 * radius);
    }

    private VehiclePart disc(int discRgb, double u, double z, double radius) {
        int corners = 10;
        double[] discUs = new double[corners];
        double[] discZs = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2.0 * StrictMath.PI * i / corners;
            discUs[i] = u + radius * StrictMath.cos(angle);
            discZs[i] = z + radius * StrictMath.sin(angle);
        }
        return panel(discRgb, discUs, discZs);
    }

    double middle() {
        return (us[0] + us[us.length - 1]) / 2.0;
    }
}
