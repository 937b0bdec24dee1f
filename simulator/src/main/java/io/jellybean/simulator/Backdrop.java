package io.jellybean.simulator;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Everything behind the vehicles, painted once per camera: sky, houses, ground, and what stands on the far pavement. */
final class Backdrop {
    private static final double PORTAL_HEIGHT = 5.2;
    private static final double GATEWAY_HEIGHT = 4.6;

    private final CameraSite site;
    private final Daylight light;
    private final Sketch sketch;
    private final long seed;

    private Backdrop(CameraSite site, Daylight light, long seed) {
        this.site = site;
        this.light = light;
        this.sketch = new Sketch(site.optics());
        this.seed = seed;
    }

    /** The pixels (0xRRGGBB) of the empty street in full light. */
    static int[] paint(CameraSite site, Daylight light, StreetSettings settings) {
        Canvas canvas = new Canvas(settings.width(), settings.height());
        Backdrop backdrop = new Backdrop(site, light, settings.seed());
        backdrop.paintSky(canvas);
        HouseSketch.draw(site, backdrop.sketch, settings.seed());
        RoadSketch.draw(site, backdrop.sketch, settings.seed());
        backdrop.drawGateway();
        backdrop.drawFarPavement();
        backdrop.drawShadows();
        backdrop.drawPortals();
        backdrop.sketch.paintOn(canvas);
        backdrop.roughen(canvas);
        return canvas.rgb;
    }

    private void paintSky(Canvas canvas) {
        Draws draws = Draws.of(seed, "sky");
        int above = Rgb.varied(0x8FA6BE, 20, draws);
        int below = Rgb.varied(0xC6CCD0, 12, draws);
        for (int y = 0; y < canvas.height; y++) {
            int colour = Rgb.blended(above, below, Math.min(1.0, 1.6 * y / canvas.height));
            Arrays.fill(canvas.rgb, y * canvas.width, (y + 1) * canvas.width, colour);
        }
    }

    /** Where the side street goes through the houses. */
    private void drawGateway() {
        SideStreet sideStreet = site.sideStreet();
        if (sideStreet != null) {
            double fromX = sideStreet.x() - SideStreet.HALF_WIDTH;
            double toX = sideStreet.x() + SideStreet.HALF_WIDTH;
            double front = site.houseFront() - 0.12;
            int concrete = Rgb.varied(0x8C8880, 18, Draws.of(seed, "gateway", site.camera()));
            sketch.shape(Shape.facing(fromX - 0.6, toX + 0.6, front, 0, GATEWAY_HEIGHT + 0.6), concrete);
            sketch.shape(Shape.facing(fromX, toX, front, 0, GATEWAY_HEIGHT), 0x1B1B1E);
        }
    }

    private void drawFarPavement() {
        Draws draws = Draws.of(seed, "far pavement", site.camera());
        SceneryObjects objects = new SceneryObjects(sketch, draws);
        DoubleSupplier y = () -> site.farCurb() + draws.between(0.8, 3.2);
        int count = 14 + draws.below(12);
        for (int i = 0; i < count; i++) {
            double x = draws.between(-45, 45);
            if (site.isBeforeSideStreet(x - 2.0, x + 7.0)) {
                continue;
            }
            switch (draws.below(8)) {
                case 0, 1 -> objects.tree(x, y.getAsDouble());
                case 2 -> objects.pole(x, y.getAsDouble());
                case 3 -> objects.bin(x, y.getAsDouble());
                case 4 -> objects.kiosk(x, site.farCurb() + draws.between(1.6, 3.0));
                case 5 -> objects.shelter(x, y.getAsDouble());
                case 6 -> objects.hedge(x, x + draws.between(2, 7), y.getAsDouble());
                default -> objects.person(x, y.getAsDouble());
            }
        }
    }

    /** Shadows of trees and houses on the road. */
    private void drawShadows() {
        Draws draws = Draws.of(seed, "shadows", site.camera());
        int count = draws.below(7);
        for (int i = 0; i < count; i++) {
            double x = draws.between(-40, 40);
            double y = draws.between(site.curb() - 2, site.farCurb());
            double width = draws.between(1.0, 8.0);
            double skew = draws.between(-2, 2);
            double depth = draws.between(1.0, 5.0);
            Shape shadow =
                    new Shape(x, y, 0, x + width, y, 0, x + width + skew, y + depth, 0, x + skew + 0.5, y + depth, 0);
            sketch.glaze(shadow, 0x0A0A14, light.shadowOpacity() * draws.between(0.5, 0.9));
        }
    }

    /** The underpasses at both ends, out of which the vehicles come. */
    private void drawPortals() {
        Draws draws = Draws.of(seed, "portals", site.camera());
        for (int side : new int[] {-1, 1}) {
            double x = side * site.portal();
            int concrete = Rgb.varied(0x8C8880, 18, draws);
            double near = site.curb() - 1.0;
            double far = site.farCurb() + 1.0;
            sketch.shape(Shape.across(x, near - 12, far + 25, 0, PORTAL_HEIGHT + 2.2), concrete);
            sketch.shape(
                    Shape.across(x, near - 12, far + 25, PORTAL_HEIGHT + 1.9, PORTAL_HEIGHT + 2.2),
                    Rgb.scaled(concrete, 0.7));
            sketch.shape(Shape.across(x, near, far, 0, PORTAL_HEIGHT), 0x1B1B1E);
        }
    }

    /** Gives the flat colours the grain of real surfaces, coarse and fine. */
    private void roughen(Canvas canvas) {
        Draws draws = Draws.of(seed, "grain", site.camera());
        int coarseWidth = canvas.width / 8 + 2;
        double[] coarse = new double[coarseWidth * (canvas.height / 8 + 2)];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = draws.between(-0.07, 0.07);
        }
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                int i = y * canvas.width + x;
                double grain = coarse[y / 8 * coarseWidth + x / 8] * 0.6
                        + coarse[(y + 4) / 8 * coarseWidth + (x + 4) / 8] * 0.6
                        + draws.between(-0.05, 0.05);
                canvas.rgb[i] = Rgb.scaled(canvas.rgb[i], 1.0 + grain);
            }
        }
    }
}
