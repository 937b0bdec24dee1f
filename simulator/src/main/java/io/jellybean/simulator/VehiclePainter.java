package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;

/** Paints placed vehicles and their shadows onto a canvas. */
final class VehiclePainter {
    private final CameraSite site;
    private final Daylight light;
    private final double brightness;

    /** The brightness is that of the moment: lamps are painted against it, because they do not darken with the day. */
    VehiclePainter(CameraSite site, Daylight light, double brightness) {
        this.site = site;
        this.light = light;
        this.brightness = brightness;
    }

    /** The outlines of a vehicle's faces on the image, as if there were neither underpass nor house. */
    List<Outline> outlines(PlacedVehicle placed) {
        List<Outline> outlines = new ArrayList<>();
        for (Face face : VehicleBody.faces(placed, site.optics().heightMetres, light)) {
            outlines.add(site.optics().project(face.shape()));
        }
        return outlines;
    }

    /** Paints the vehicle and returns what its picture spans, also beyond the image. */
    Bounds paint(PlacedVehicle placed, Canvas canvas, int owner) {
        List<Outline> painted = new ArrayList<>();
        for (Face face : VehicleBody.faces(placed, site.optics().heightMetres, light)) {
            Outline outline = site.optics().project(inTheOpen(face.shape()));
            int rgb = face.lamp() ? Rgb.scaled(face.rgb(), Math.min(2.5, 1.0 / brightness)) : face.rgb();
            canvas.fill(outline, rgb, owner);
            painted.add(outline);
        }
        return Bounds.of(painted);
    }

    /** Darkens the ground below and beside the vehicle, away from the sun. */
    void paintShadow(PlacedVehicle placed, Canvas canvas) {
        Vehicle vehicle = placed.vehicle();
        double length = vehicle.lengthMetres() / 2.0;
        double width = vehicle.widthMetres() / 2.0;
        int near = placed.nearSide();
        Shape below = rectangle(placed, length - 0.1, near * (width + 0.12), -near * width);
        canvas.glaze(site.optics().project(inTheOpen(below)), 0x08080C, 0.55);
        double reach = Math.min(2.5, vehicle.heightMetres() / light.sun().z());
        double du = -reach * (light.sun().x() * placed.headingX() + light.sun().y() * placed.headingY());
        double dv = -reach * (light.sun().y() * placed.headingX() - light.sun().x() * placed.headingY());
        double frontU = du > 0 ? length : -length;
        double frontV = dv > 0 ? width : -width;
        Shape cast = placed.shape(
                -frontU,
                -frontV,
                0,
                frontU,
                -frontV,
                0,
                frontU + du,
                -frontV + dv,
                0,
                frontU + du,
                frontV + dv,
                0,
                -frontU + du,
                frontV + dv,
                0,
                -frontU,
                frontV,
                0);
        canvas.glaze(site.optics().project(inTheOpen(cast)), 0x08080C, light.shadowOpacity());
    }

    private static Shape rectangle(PlacedVehicle placed, double halfLength, double fromV, double toV) {
        return placed.shape(-halfLength, fromV, 0, halfLength, fromV, 0, halfLength, toV, 0, -halfLength, toV, 0);
    }

    /** What is neither in an underpass nor behind the house fronts. */
    private Shape inTheOpen(Shape shape) {
        double portal = site.portal();
        double front = site.houseFront();
        if (shape.liesWithin(1, 0, 0, portal)
                && shape.liesWithin(-1, 0, 0, portal)
                && shape.liesWithin(0, -1, 0, front)) {
            return shape;
        }
        return shape.clipped(1, 0, 0, portal).clipped(-1, 0, 0, portal).clipped(0, -1, 0, front);
    }
}
