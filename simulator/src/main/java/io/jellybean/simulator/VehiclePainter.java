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

    /** The outlines of a vehicle's faces on the image, as if there were no underpass. */
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
            Outline outline = site.optics().project(outsideUnderpass(face.shape()));
            int rgb = face.lamp() ? Rgb.scaled(face.rgb(), Math.min(2.5, 1.0 / brightness)) : face.rgb();
            canvas.fill(outline, rgb, owner);
            painted.add(outline);
        }
        return Bounds.of(painted);
    }

    /** Darkens the ground below and beside the vehicle, away from the sun. */
    void paintShadow(PlacedVehicle placed, Canvas canvas) {
        Vehicle vehicle = placed.vehicle();
        double half = vehicle.lengthMetres() / 2.0;
        double fromX = placed.x() - half;
        double toX = placed.x() + half;
        Shape below = Shape.ground(fromX + 0.1, toX - 0.1, placed.nearSide() - 0.12, placed.farSide());
        canvas.glaze(site.optics().project(outsideUnderpass(below)), 0x08080C, 0.55);
        double reach = Math.min(2.5, vehicle.heightMetres() / light.sun().z());
        double dx = -light.sun().x() * reach;
        double dy = -light.sun().y() * reach;
        double backX = dx > 0 ? fromX : toX;
        double frontX = dx > 0 ? toX : fromX;
        double backY = dy > 0 ? placed.nearSide() : placed.farSide();
        double frontY = dy > 0 ? placed.farSide() : placed.nearSide();
        Shape cast = new Shape(
                backX,
                backY,
                0,
                frontX,
                backY,
                0,
                frontX + dx,
                backY + dy,
                0,
                frontX + dx,
                frontY + dy,
                0,
                backX + dx,
                frontY + dy,
                0,
                backX,
                frontY,
                0);
        canvas.glaze(site.optics().project(outsideUnderpass(cast)), 0x08080C, light.shadowOpacity());
    }

    private Shape outsideUnderpass(Shape shape) {
        double portal = site.portal();
        if (shape.liesWithin(1, 0, 0, portal) && shape.liesWithin(-1, 0, 0, portal)) {
            return shape;
        }
        return shape.clipped(1, 0, 0, portal).clipped(-1, 0, 0, portal);
    }
}
