package io.jellybean.simulator;

import static io.jellybean.simulator.VehiclePart.Surface.BODY;
import static io.jellybean.simulator.VehiclePart.Surface.FRONT;
import static io.jellybean.simulator.VehiclePart.Surface.GLASS;
import static io.jellybean.simulator.VehiclePart.Surface.REAR;

import io.jellybean.simulator.VehiclePart.Surface;
import java.util.List;

/** The shape of each type of vehicle. Positions along the vehicle are given as shares of its length, 0 at the rear. */
final class VehicleShapes {
    private static final int WINDOW = 0x2E3A44;
    private static final int DARK = 0x1E1F22;
    private static final double CLEARANCE = 0.22;

    private final Vehicle vehicle;
    private final double length;
    private final double height;

    private VehicleShapes(Vehicle vehicle) {
        this.vehicle = vehicle;
        this.length = vehicle.lengthMetres();
        this.height = vehicle.heightMetres();
    }

    /** The parts of a vehicle's body, from rear to front. */
    static List<VehiclePart> of(Vehicle vehicle) {
        VehicleShapes shapes = new VehicleShapes(vehicle);
        return switch (vehicle.type()) {
            case CAR -> List.of(vehicle.variant() == 0 ? shapes.saloon() : shapes.hatchback());
            case VAN -> List.of(shapes.van());
            case TRUCK -> List.of(shapes.cargo(), shapes.cab());
            case BUS -> List.of(shapes.bus());
        };
    }

    private VehiclePart saloon() {
        double belt = 0.62 * height;
        VehiclePart body = new VehiclePart(
                vehicle.rgb(),
                along(0, 0.01, 0.16, 0.30, 0.58, 0.74, 0.98, 1),
                new double[] {CLEARANCE, belt, belt + 0.06, height, height, belt + 0.03, 0.5 * height, CLEARANCE},
                new Surface[] {REAR, BODY, GLASS, BODY, GLASS, BODY, FRONT});
        addSideMarks(body, 0.2, belt - 0.1);
        double top = height - 0.09;
        body.panel(WINDOW, along(0.20, 0.31, 0.43, 0.43), new double[] {belt, top, top, belt});
        body.panel(WINDOW, along(0.46, 0.46, 0.57, 0.70), new double[] {belt, top, top, belt});
        return body.wheel(at(0.18), 0.32, vehicle.marks().hubRgb())
                .wheel(at(0.82), 0.32, vehicle.marks().hubRgb());
    }

    private VehiclePart hatchback() {
        double belt = 0.6 * height;
        VehiclePart body = new VehiclePart(
                vehicle.rgb(),
                along(0, 0.01, 0.08, 0.55, 0.73, 0.98, 1),
                new double[] {CLEARANCE, belt, height, height, belt + 0.04, 0.52 * height, CLEARANCE},
                new Surface[] {REAR, GLASS, BODY, GLASS, BODY, FRONT});
        addSideMarks(body, 0.2, belt - 0.1);
        double top = height - 0.1;
        body.panel(WINDOW, along(0.06, 0.10, 0.31, 0.31), new double[] {belt, top, top, belt});
        body.panel(WINDOW, along(0.34, 0.34, 0.54, 0.68), new double[] {belt, top, top, belt});
        return body.wheel(at(0.17), 0.33, vehicle.marks().hubRgb())
                .wheel(at(0.82), 0.33, vehicle.marks().hubRgb());
    }

    private VehiclePart van() {
        double bonnet = 0.5 * height;
        VehiclePart body = new VehiclePart(
                vehicle.rgb(),
                along(0, 0, 0.70, 0.85, 0.985, 1),
                new double[] {CLEARANCE, height, height, bonnet, 0.4 * height, CLEARANCE},
                new Surface[] {REAR, BODY, GLASS, BODY, FRONT});
        addSideMarks(body, 0.25, 0.55 * height);
        double top = height - 0.2;
        body.panel(WINDOW, along(0.60, 0.60, 0.71, 0.81), new double[] {bonnet + 0.05, top, top, bonnet + 0.05});
        if (vehicle.variant() == 0) {
            body.rectangle(WINDOW, at(0.08), at(0.56), bonnet + 0.05, top);
        }
        return body.wheel(at(0.17), 0.35, vehicle.marks().hubRgb())
                .wheel(at(0.83), 0.35, vehicle.marks().hubRgb());
    }

    private VehiclePart cargo() {
        int rgb = vehicle.variant() == 0 ? vehicle.rgb() : 0xC9C7BF;
        VehiclePart box = new VehiclePart(
                rgb, along(0, 0, 0.75, 0.75), new double[] {0.55, height, height, 0.55}, new Surface[] {REAR, BODY, BODY
                });
        addSideMarks(box, 0.95, 0.6 * height);
        if (vehicle.variant() == 2) {
            for (double share = 0.06; share < 0.74; share += 0.1) {
                box.rectangle(Rgb.scaled(rgb, 0.75), at(share), at(share + 0.012), 0.95, height - 0.1);
            }
        }
        box.rectangle(DARK, at(0.02), at(0.75), 0.5, 0.92);
        return box.wheel(at(0.14), 0.46, vehicle.marks().hubRgb())
                .wheel(at(0.28), 0.46, vehicle.marks().hubRgb());
    }

    private VehiclePart cab() {
        double top = Math.min(height - 0.15, 2.75);
        VehiclePart cab = new VehiclePart(
                vehicle.rgb(),
                along(0.77, 0.77, 0.94, 0.985, 1),
                new double[] {0.4, top, top, 0.55 * top, 0.4},
                new Surface[] {BODY, BODY, GLASS, FRONT});
        cab.panel(WINDOW, along(0.84, 0.84, 0.935, 0.97), new double[] {0.55 * top, top - 0.3, top - 0.3, 0.55 * top});
        return cab.wheel(at(0.86), 0.46, vehicle.marks().hubRgb());
    }

    private VehiclePart bus() {
        VehiclePart body = new VehiclePart(
                vehicle.rgb(),
                along(0, 0, 0.985, 1, 1),
                new double[] {0.3, height, height, 0.42 * height, 0.3},
                new Surface[] {REAR, BODY, GLASS, FRONT});
        addSideMarks(body, 0.35, 0.4 * height);
        int windows = 6 + vehicle.variant();
        for (int i = 0; i < windows; i++) {
            double from = 0.03 + 0.88 * i / windows;
            body.rectangle(WINDOW, at(from), at(from + 0.80 / windows), 0.46 * height, height - 0.4);
        }
        body.rectangle(DARK, at(0.925), at(0.985), 0.4, height - 0.35);
        return body.wheel(at(0.24), 0.48, vehicle.marks().hubRgb())
                .wheel(at(0.80), 0.48, vehicle.marks().hubRgb());
    }

    private void addSideMarks(VehiclePart part, double fromZ, double toZ) {
        part.rectangle(Rgb.scaled(part.rgb, 0.6), part.us[0], part.us[part.us.length - 1], CLEARANCE, CLEARANCE + 0.15);
        Vehicle.Marks marks = vehicle.marks();
        if (marks.stripe()) {
            double z = fromZ + marks.stripeAt() * Math.max(0.0, toZ - fromZ - 0.18);
            part.rectangle(marks.stripeRgb(), part.us[0] + 0.1, part.us[part.us.length - 1] - 0.2, z, z + 0.18);
        }
        if (marks.decal()) {
            double half = 0.06 * length;
            double u = part.us[0] + (part.us[part.us.length - 1] - part.us[0]) * marks.decalAt();
            part.rectangle(marks.decalRgb(), u - half, u + half, fromZ + 0.2 * (toZ - fromZ), toZ);
        }
    }

    private double[] along(double... shares) {
        double[] us = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            us[i] = at(shares[i]);
        }
        return us;
    }

    private double at(double share) {
        return (share - 0.5) * length;
    }
}
