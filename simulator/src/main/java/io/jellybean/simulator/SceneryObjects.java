package io.jellybean.simulator;

/** Things that stand beside the road and are no vehicles, though some look a little like one. */
final class SceneryObjects {
    private final Sketch sketch;
    private final Draws draws;

    SceneryObjects(Sketch sketch, Draws draws) {
        this.sketch = sketch;
        this.draws = draws;
    }

    void tree(double x, double y) {
        double height = draws.between(3.5, 7.0);
        double crown = draws.between(0.9, 1.8);
        double trunk = draws.between(0.1, 0.18);
        sketch.shape(Shape.facing(x - trunk, x + trunk, y, 0, height), Rgb.varied(0x54463A, 14, draws));
        int leaves = Rgb.varied(0x46602F, 26, draws);
        for (int i = 0; i < 9; i++) {
            sketch.blob(
                    x + draws.between(-crown, crown),
                    y,
                    height + draws.between(-0.6, 1.0) * crown,
                    crown * draws.between(0.4, 0.75),
                    Rgb.scaled(leaves, draws.between(0.7, 1.25)),
                    draws);
        }
    }

    void pole(double x, double y) {
        double half = draws.between(0.05, 0.12);
        double height = draws.between(4.0, 8.0);
        sketch.shape(Shape.facing(x - half, x + half, y, 0, height), Rgb.varied(0x6A6C6E, 30, draws));
        if (draws.chance(0.6)) {
            sign(x, y + 0.01, draws.between(2.0, 2.6));
        }
    }

    void sign(double x, double y, double z) {
        double half = draws.between(0.25, 0.5);
        int face = draws.oneOf(VehicleColour.values()).rgb();
        sketch.shape(Shape.facing(x - 0.04, x + 0.04, y, 0, z), 0x6F7173);
        sketch.shape(Shape.facing(x - half, x + half, y, z - half, z + half), 0xE6E6E2);
        sketch.shape(Shape.facing(x - 0.8 * half, x + 0.8 * half, y, z - 0.8 * half, z + 0.8 * half), face);
    }

    void bin(double x, double y) {
        int rgb = Rgb.varied(draws.chance(0.5) ? 0x2F4A35 : 0x4A4D52, 20, draws);
        double half = draws.between(0.3, 0.8);
        double height = draws.between(0.9, 1.3);
        sketch.box(x - half, x + half, y - 0.35, y + 0.35, 0.08, height, rgb);
        sketch.box(x - half - 0.03, x + half + 0.03, y - 0.38, y + 0.38, height, height + 0.1, Rgb.scaled(rgb, 0.7));
    }

    /** A kiosk or a skip: as large as a van, without wheels and glass on the sides of one. */
    void kiosk(double x, double y) {
        double half = draws.between(1.0, 2.0);
        double height = draws.between(1.3, 2.6);
        int rgb = Rgb.varied(draws.oneOf(VehicleColour.values()).rgb(), 25, draws);
        sketch.glaze(Shape.ground(x - half, x + half, y - 1.3, y + 1.0), 0x000000, 0.3);
        sketch.box(x - half, x + half, y - 0.9, y + 0.9, 0, height, rgb);
        if (draws.chance(0.6)) {
            Shape hatch = Shape.facing(x - 0.7 * half, x + 0.7 * half, y - 0.9, 0.5 * height, 0.85 * height);
            sketch.shape(hatch, Rgb.varied(0x343A40, 12, draws));
        }
    }

    /** A shelter at a bus stop: a roof, glass and a poster. */
    void shelter(double x, double y) {
        int frame = Rgb.varied(0x50565C, 15, draws);
        sketch.glaze(Shape.facing(x - 1.8, x + 1.8, y, 0.3, 2.2), 0x9FB4BE, 0.45);
        sketch.shape(Shape.facing(x + 0.9, x + 1.8, y - 0.02, 0.5, 2.0), Rgb.varied(0xB06A50, 60, draws));
        sketch.shape(Shape.facing(x - 1.8, x - 1.7, y - 0.6, 0, 2.3), frame);
        sketch.shape(Shape.facing(x + 1.75, x + 1.85, y - 0.6, 0, 2.3), frame);
        sketch.box(x - 2.0, x + 2.0, y - 0.8, y + 0.2, 2.3, 2.45, frame);
    }

    void hedge(double fromX, double toX, double y) {
        int leaves = Rgb.varied(0x3F5A2E, 18, draws);
        double height = draws.between(0.6, 1.1);
        sketch.box(fromX, toX, y - 0.3, y + 0.3, 0, height, leaves);
        for (double x = fromX; x < toX; x += 0.5) {
            sketch.blob(
                    x,
                    y - 0.3,
                    height * draws.between(0.3, 1.0),
                    0.3,
                    Rgb.scaled(leaves, draws.between(0.75, 1.25)),
                    draws);
        }
    }

    void person(double x, double y) {
        double height = draws.between(1.5, 1.9);
        int coat = Rgb.varied(draws.oneOf(VehicleColour.values()).rgb(), 25, draws);
        sketch.glaze(Shape.ground(x - 0.25, x + 0.25, y - 0.3, y + 0.2), 0x000000, 0.35);
        sketch.shape(Shape.facing(x - 0.15, x - 0.02, y, 0, 0.5 * height), 0x2A2C34);
        sketch.shape(Shape.facing(x + 0.02, x + 0.15, y, 0, 0.5 * height), 0x2A2C34);
        sketch.shape(Shape.facing(x - 0.24, x + 0.24, y, 0.42 * height, 0.84 * height), coat);
        sketch.blob(x, y, 0.92 * height, 0.13, Rgb.varied(0xA87E62, 40, draws), draws);
    }
}
