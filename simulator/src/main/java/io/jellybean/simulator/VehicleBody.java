package io.jellybean.simulator;

import io.jellybean.simulator.VehiclePart.Surface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faces of a placed vehicle that a camera can see, in painting order: what is nearer comes later. */
final class VehicleBody {
    private static final int WINDSCREEN = 0x3A4853;

    private final PlacedVehicle placed;
    private final double cameraHeight;
    private final Daylight light;
    private final List<Face> faces = new ArrayList<>();

    private VehicleBody(PlacedVehicle placed, double cameraHeight, Daylight light) {
        this.placed = placed;
        this.cameraHeight = cameraHeight;
        this.light = light;
    }

    static List<Face> faces(PlacedVehicle placed, double cameraHeight, Daylight light) {
        VehicleBody body = new VehicleBody(placed, cameraHeight, light);
        VehicleShapes.of(placed.vehicle()).stream()
                .sorted(Comparator.comparingDouble(part -> -body.distance(part.middle())))
                .forEach(body::add);
        return body.faces;
    }

    private void add(VehiclePart part) {
        List<Integer> strips = new ArrayList<>();
        for (int i = 0; i < part.surfaces.length; i++) {
            if (facesCamera(part, i)) {
                strips.add(i);
            }
        }
        strips.sort(Comparator.comparingDouble(i -> -distance((part.us[i] + part.us[i + 1]) / 2.0)));
        for (int strip : strips) {
            addStrip(part, strip);
        }
        addRoofLoad();
        if (Math.abs(placed.cameraV()) > halfWidth()) {
            addSide(part);
        }
    }

    private void addSide(VehiclePart part) {
        int side = placed.nearSide();
        double shade = light.shade(-side * placed.headingY(), side * placed.headingX(), 0.0);
        faces.add(new Face(side(part.us, part.zs), Rgb.scaled(part.rgb, shade), false));
        for (VehiclePart.Panel panel : part.panels) {
            faces.add(new Face(side(panel.us(), panel.zs()), Rgb.scaled(panel.rgb(), shade), false));
        }
    }

    /** From the camera, along the vehicle. */
    private double distance(double u) {
        return Math.abs(u - placed.cameraU());
    }

    private boolean facesCamera(VehiclePart part, int i) {
        double normalU = part.zs[i] - part.zs[i + 1];
        double normalZ = part.us[i + 1] - part.us[i];
        return normalU * (placed.cameraU() - part.us[i]) + normalZ * (cameraHeight - part.zs[i]) > 0.0;
    }

    private void addStrip(VehiclePart part, int i) {
        double slope = part.us[i + 1] - part.us[i];
        double rise = part.zs[i + 1] - part.zs[i];
        double length = Math.sqrt(slope * slope + rise * rise);
        double ahead = -rise / length;
        double shade = light.shade(ahead * placed.headingX(), ahead * placed.headingY(), slope / length);
        faces.add(new Face(strip(part, i, 0, 1, 0, 1), Rgb.scaled(part.rgb, shade), false));
        Surface surface = part.surfaces[i];
        switch (surface) {
            case BODY -> {}
            case GLASS ->
                faces.add(new Face(strip(part, i, 0.07, 0.93, 0.08, 0.92), Rgb.scaled(WINDSCREEN, shade), false));
            case FRONT -> addFront(part, i, shade);
            case REAR -> addRear(part, i, shade);
        }
    }

    private void addFront(VehiclePart part, int i, double shade) {
        boolean dim = light.isDim();
        int lamp = dim ? 0xFFF6D8 : 0xD8D8D0;
        faces.add(new Face(strip(part, i, 0.25, 0.75, 0.45, 0.85), Rgb.scaled(0x2A2A2C, shade), false));
        faces.add(new Face(strip(part, i, 0.04, 0.22, 0.2, 0.5), lamp, dim));
        faces.add(new Face(strip(part, i, 0.78, 0.96, 0.2, 0.5), lamp, dim));
    }

    private void addRear(VehiclePart part, int i, double shade) {
        boolean dim = light.isDim();
        int lamp = dim ? 0xE02018 : 0x8C1E1A;
        boolean tall = placed.vehicle().heightMetres() > 1.8;
        if (tall) {
            faces.add(new Face(strip(part, i, 0.12, 0.88, 0.62, 0.9), Rgb.scaled(WINDSCREEN, shade), false));
        }
        double fromShare = tall ? 0.2 : 0.55;
        double toShare = tall ? 0.32 : 0.85;
        faces.add(new Face(strip(part, i, 0.03, 0.17, fromShare, toShare), lamp, dim));
        faces.add(new Face(strip(part, i, 0.83, 0.97, fromShare, toShare), lamp, dim));
        faces.add(new Face(strip(part, i, 0.38, 0.62, 0.25, 0.42), Rgb.scaled(0xD8D8C8, shade), false));
    }

    private void addRoofLoad() {
        Vehicle vehicle = placed.vehicle();
        if (!vehicle.marks().roofLoad() || vehicle.heightMetres() > 2.6) {
            return;
        }
        double z = vehicle.heightMetres();
        double top = z + 0.22;
        double rear = -0.18 * vehicle.lengthMetres();
        double front = 0.05 * vehicle.lengthMetres();
        double near = across(0.0) - 0.25 * placed.nearSide();
        double far = -near;
        int rgb = vehicle.marks().loadRgb();
        double end = distance(rear) < distance(front) ? rear : front;
        double side = light.shade(0, -1, 0);
        addFace(rgb, light.shade(0, 0, 1), rear, near, top, front, near, top, front, far, top, rear, far, top);
        addFace(rgb, 0.75, end, near, z, end, far, z, end, far, top, end, near, top);
        addFace(rgb, side, rear, near, z, front, near, z, front, near, top, rear, near, top);
    }

    private void addFace(int rgb, double shade, double... corners) {
        faces.add(new Face(placed.shape(corners), Rgb.scaled(rgb, shade), false));
    }

    /** A piece of a strip: shares across the vehicle (0 near, 1 far) and along the profile from point i to i + 1. */
    private Shape strip(VehiclePart part, int i, double fromAcross, double toAcross, double fromAlong, double toAlong) {
        double near = across(fromAcross);
        double far = across(toAcross);
        double slope = part.us[i + 1] - part.us[i];
        double rise = part.zs[i + 1] - part.zs[i];
        double fromU = part.us[i] + fromAlong * slope;
        double toU = part.us[i] + toAlong * slope;
        double fromZ = part.zs[i] + fromAlong * rise;
        double toZ = part.zs[i] + toAlong * rise;
        return placed.shape(fromU, near, fromZ, fromU, far, fromZ, toU, far, toZ, toU, near, toZ);
    }

    private Shape side(double[] us, double[] zs) {
        double[] corners = new double[3 * us.length];
        for (int i = 0; i < us.length; i++) {
            corners[3 * i] = us[i];
            corners[3 * i + 1] = across(0.0);
            corners[3 * i + 2] = zs[i];
        }
        return placed.shape(corners);
    }

    /** The v of a share across the vehicle: 0 on the side that the camera sees, 1 on the other. */
    private double across(double share) {
        return placed.nearSide() * halfWidth() * (1.0 - 2.0 * share);
    }

    private double halfWidth() {
        return placed.vehicle().widthMetres() / 2.0;
    }
}
