package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Things that stand still before one camera, as strokes in painting order. Drawn once, painted on as many frames as wanted; to be
 * shared between threads once it is complete.
 */
final class Sketch {
    private final CameraOptics optics;
    private final List<Stroke> strokes = new ArrayList<>();

    private record Stroke(Outline outline, int rgb, double opacity) {}

    Sketch(CameraOptics optics) {
        this.optics = optics;
    }

    void shape(Shape shape, int rgb) {
        outline(optics.project(shape), rgb);
    }

    void outline(Outline outline, int rgb) {
        strokes.add(new Stroke(outline, rgb, 1.0));
    }

    /** Something that lets through what lies below, such as a shadow or a worn mark; opacity in 0..1. */
    void glaze(Shape shape, int rgb, double opacity) {
        strokes.add(new Stroke(optics.project(shape), rgb, opacity));
    }

    /** The faces of a box that the camera can see. */
    void box(double fromX, double toX, double fromY, double toY, double fromZ, double toZ, int rgb) {
        if (toZ < optics.heightMetres) {
            shape(Shape.flat(fromX, toX, fromY, toY, toZ), Rgb.scaled(rgb, 1.1));
        }
        if (fromX > 0.0) {
            shape(Shape.across(fromX, fromY, toY, fromZ, toZ), Rgb.scaled(rgb, 0.7));
        } else if (toX < 0.0) {
            shape(Shape.across(toX, fromY, toY, fromZ, toZ), Rgb.scaled(rgb, 0.78));
        }
        shape(Shape.facing(fromX, toX, fromY, fromZ, toZ), Rgb.scaled(rgb, 0.9));
    }

    /** A round thing around a point of the world, such as a crown of leaves. */
    void blob(double x, double y, double z, double radiusMetres, int rgb, Draws draws) {
        double radius = radiusMetres * optics.scaleAt(x, y, z);
        Outline centre = optics.project(new Shape(x, y, z, x, y, z, x, y, z));
        if (radius > 0.0 && !centre.isEmpty()) {
            outline(Outline.blob(centre.xs[0], centre.ys[0], radius, 9, draws), rgb);
        }
    }

    void paintOn(Canvas canvas) {
        for (Stroke stroke : strokes) {
            if (stroke.opacity == 1.0) {
                canvas.fill(stroke.outline, stroke.rgb, Canvas.NOBODY);
            } else {
                canvas.glaze(stroke.outline, stroke.rgb, stroke.opacity);
            }
        }
    }
}
