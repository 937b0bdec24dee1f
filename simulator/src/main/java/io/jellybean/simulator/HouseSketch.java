package io.jellybean.simulator;

/** The row of houses on the far side of the road. */
final class HouseSketch {
    private static final double REACH = 120.0;

    private final Sketch sketch;
    private final Draws draws;
    private final double front;

    private HouseSketch(CameraSite site, Sketch sketch, long seed) {
        this.sketch = sketch;
        this.draws = Draws.of(seed, "houses", site.camera());
        this.front = site.houseFront();
    }

    static void draw(CameraSite site, Sketch sketch, long seed) {
        HouseSketch houses = new HouseSketch(site, sketch, seed);
        double x = 0.0;
        while (x < REACH) {
            x += houses.drawHouse(x, 1);
        }
        x = 0.0;
        while (x < REACH) {
            x += houses.drawHouse(x, -1);
        }
    }

    /** Draws a house that begins at {@code distance} from the middle on one side (1 or -1); returns the room it takes. */
    private double drawHouse(double distance, int side) {
        double width = draws.between(7.0, 18.0);
        double gap = draws.chance(0.3) ? draws.between(1.0, 7.0) : 0.0;
        double storey = draws.between(2.9, 3.6);
        int storeys = 2 + draws.below(4);
        double height = storeys * storey + 0.8;
        double from = side > 0 ? distance : -distance - width;
        int wall = Rgb.varied(
                draws.oneOf(new Integer[] {0xA89A86, 0x9C6E58, 0xB9B4A8, 0x857F7A, 0xA8A08C, 0x8A6450}), 22, draws);
        sketch.box(from, from + width, front, front + 10.0, 0, height, wall);
        sketch.shape(Shape.facing(from, from + width, front - 0.05, height - 0.4, height), Rgb.scaled(wall, 0.6));
        drawGroundFloor(from, width, storey);
        drawWindows(from, width, storey, storeys);
        return width + gap;
    }

    private void drawGroundFloor(double from, double width, double storey) {
        boolean shop = draws.chance(0.5);
        if (shop) {
            int awning = Rgb.varied(draws.oneOf(VehicleColour.values()).rgb(), 25, draws);
            sketch.shape(Shape.facing(from + 0.5, from + width - 0.5, front - 0.06, 0.5, storey - 0.7), 0x2F3840);
            sketch.shape(
                    Shape.facing(from + 0.3, from + width - 0.3, front - 0.08, storey - 0.8, storey - 0.2), awning);
        }
        double door = from + draws.between(0.8, width - 2.0);
        sketch.shape(Shape.facing(door, door + 1.1, front - 0.1, 0, 2.2), Rgb.varied(0x5A4538, 25, draws));
    }

    private void drawWindows(double from, double width, double storey, int storeys) {
        int columns = Math.max(2, (int) (width / draws.between(1.9, 3.2)));
        int glass = Rgb.varied(0x4A5866, 18, draws);
        double pitch = width / columns;
        for (int floor = 1; floor < storeys; floor++) {
            for (int column = 0; column < columns; column++) {
                double left = from + (column + 0.28) * pitch;
                double bottom = floor * storey + 0.9;
                Shape frame =
                        Shape.facing(left - 0.1, left + 0.44 * pitch + 0.1, front - 0.06, bottom - 0.1, bottom + 1.5);
                sketch.shape(frame, 0xC4C0B8);
                Shape pane = Shape.facing(left, left + 0.44 * pitch, front - 0.08, bottom, bottom + 1.4);
                sketch.shape(pane, Rgb.scaled(glass, draws.between(0.6, 1.3)));
            }
        }
    }
}
