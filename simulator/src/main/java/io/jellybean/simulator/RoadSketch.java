package io.jellybean.simulator;

/** Ground, road and marks of one camera's piece of the street. */
final class RoadSketch {
    private static final double REACH = 140.0;

    private final CameraSite site;
    private final Sketch sketch;
    private final Draws draws;
    private final int asphalt;

    private RoadSketch(CameraSite site, Sketch sketch, long seed) {
        this.site = site;
        this.sketch = sketch;
        this.draws = Draws.of(seed, "road", site.camera());
        int grey = (int) draws.between(70, 120);
        this.asphalt = Rgb.of(grey, grey + (int) draws.between(-3, 3), grey + (int) draws.between(-2, 8));
    }

    static void draw(CameraSite site, Sketch sketch, long seed) {
        RoadSketch road = new RoadSketch(site, sketch, seed);
        road.drawGround();
        road.drawSideStreet();
        road.drawWear();
        road.drawMarks();
    }

    private void drawGround() {
        int pavement = Rgb.varied(0xA39E96, 22, draws);
        double far = site.farCurb();
        sketch.shape(
                Shape.ground(-REACH, REACH, far, far + 60),
                Rgb.varied(draws.chance(0.5) ? 0x7F8660 : 0x8E8A83, 15, draws));
        sketch.shape(Shape.ground(-REACH, REACH, far, far + 4), pavement);
        sketch.shape(Shape.ground(-REACH, REACH, -20, site.curb()), Rgb.scaled(pavement, draws.between(0.85, 1.1)));
        sketch.shape(Shape.ground(-REACH, REACH, site.curb(), far), asphalt);
        for (double x = -60; x < 60; x += draws.between(1.2, 2.4)) {
            sketch.glaze(Shape.ground(x, x + 0.06, far, far + 4), 0x000000, 0.2);
            sketch.glaze(Shape.ground(x, x + 0.06, 0, site.curb()), 0x000000, 0.2);
        }
        sketch.shape(Shape.ground(-REACH, REACH, site.curb() - 0.2, site.curb()), 0xBDBAB2);
        sketch.shape(Shape.ground(-REACH, REACH, far, far + 0.2), 0xBDBAB2);
        boolean grass = draws.chance(0.5);
        double start = site.medianStart();
        sketch.shape(
                Shape.ground(-REACH, REACH, start, start + site.median()),
                grass ? Rgb.varied(0x5F7344, 14, draws) : pavement);
    }

    private void drawSideStreet() {
        SideStreet sideStreet = site.sideStreet();
        if (sideStreet != null) {
            double fromX = sideStreet.x() - SideStreet.HALF_WIDTH;
            double toX = sideStreet.x() + SideStreet.HALF_WIDTH;
            double far = site.farCurb();
            double corner = 3.0;
            double front = site.houseFront();
            Shape mouth = new Shape(
                    fromX - corner, far, 0, toX + corner, far, 0, toX, far + corner, 0, fromX, far + corner, 0);
            sketch.shape(mouth, asphalt);
            sketch.shape(Shape.ground(fromX, toX, far + corner, front), asphalt);
        }
    }

    /** Tyre tracks, patches, stains and manholes, some as large and dark as a vehicle. */
    private void drawWear() {
        for (Direction direction : Direction.values()) {
            for (int lane = 0; lane < Traffic.LANES; lane++) {
                double middle = site.laneCentre(direction, lane);
                for (double track : new double[] {-0.75, 0.75}) {
                    sketch.glaze(
                            Shape.ground(-REACH, REACH, middle + track - 0.25, middle + track + 0.25),
                            0x101010,
                            draws.between(0.05, 0.2));
                }
            }
        }
        int patches = 6 + draws.below(14);
        for (int i = 0; i < patches; i++) {
            double x = draws.between(-45, 45);
            double y = draws.between(site.curb(), site.farCurb() - 1.5);
            Shape patch = Shape.ground(x, x + draws.between(0.5, 6), y, y + draws.between(0.4, 2.2));
            sketch.glaze(patch, draws.chance(0.75) ? 0x1C1C20 : 0xC8C8C4, draws.between(0.15, 0.55));
        }
    }

    private void drawMarks() {
        double worn = draws.between(0.55, 0.95);
        double dash = draws.between(2.0, 4.0);
        for (double x = -100; x < 100; x += 2.5 * dash) {
            line(x, x + dash, site.curb() + site.laneWidth(), worn);
            line(x, x + dash, site.farCurb() - site.laneWidth(), worn);
        }
        line(-REACH, REACH, site.curb() + 0.25, worn);
        line(-REACH, REACH, site.farCurb() - 0.25, worn);
        if (draws.chance(0.4)) {
            double x = draws.between(-14, 14);
            for (double y = site.curb() + 0.4; y < site.farCurb() - 0.5; y += 1.0) {
                sketch.glaze(Shape.ground(x, x + 3.0, y, y + 0.5), 0xE4E4DE, worn);
            }
        }
    }

    private void line(double fromX, double toX, double y, double worn) {
        sketch.glaze(Shape.ground(fromX, toX, y - 0.07, y + 0.07), 0xE8E8E2, worn);
    }
}
