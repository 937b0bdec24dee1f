package io.jellybean.simulator;

/** What stands between the camera and the vehicles, and hides parts of them. Immutable once drawn. */
final class Foreground {
    private Foreground() {}

    /** Things on the median: they hide the far lanes only. */
    static Sketch onMedian(CameraSite site, long seed) {
        Sketch sketch = new Sketch(site.optics());
        Draws draws = Draws.of(seed, "median", site.camera());
        SceneryObjects objects = new SceneryObjects(sketch, draws);
        double y = site.medianStart() + site.median() / 2.0;
        double barrier = draws.chance(0.35) ? draws.between(0.35, 0.7) : 0.0;
        if (barrier > 0.0) {
            sketch.box(-site.portal(), site.portal(), y - 0.1, y + 0.1, barrier - 0.25, barrier, 0x9FA2A4);
        }
        int count = draws.below(8);
        for (int i = 0; i < count; i++) {
            double x = draws.between(-40, 40);
            switch (draws.below(4)) {
                case 0 -> objects.pole(x, y);
                case 1 -> objects.sign(x, y, draws.between(1.6, 2.4));
                case 2 -> objects.hedge(x, x + draws.between(1, 4), y);
                default -> objects.tree(x, y);
            }
        }
        return sketch;
    }

    /** Things on the camera's own pavement: they hide all lanes. */
    static Sketch onNearPavement(CameraSite site, long seed) {
        Sketch sketch = new Sketch(site.optics());
        Draws draws = Draws.of(seed, "near pavement", site.camera());
        SceneryObjects objects = new SceneryObjects(sketch, draws);
        int count = 2 + draws.below(6);
        for (int i = 0; i < count; i++) {
            double x = draws.between(-22, 22);
            double y = site.curb() - draws.between(0.6, 2.4);
            switch (draws.below(6)) {
                case 0, 1 -> objects.pole(x, y);
                case 2 -> objects.bin(x, y);
                case 3 -> objects.person(x, y);
                case 4 -> objects.sign(x, y, draws.between(1.8, 2.6));
                default -> objects.tree(x, y);
            }
        }
        return sketch;
    }
}
