package io.jellybean.simulator;

import java.util.List;

/** How many pixels a vehicle would cover if nothing hid it and the image went on for its own size beyond every border. */
final class Silhouette {
    private Silhouette() {}

    static int pixels(List<Outline> outlines, int width, int height) {
        Bounds bounds = Bounds.of(outlines).within(-width, -height, 2.0 * width, 2.0 * height);
        int left = (int) Math.floor(bounds.left());
        int top = (int) Math.floor(bounds.top());
        int right = (int) Math.ceil(bounds.right());
        int bottom = (int) Math.ceil(bounds.bottom());
        if (left >= right || top >= bottom) {
            return 0;
        }
        boolean[] covered = new boolean[(right - left) * (bottom - top)];
        int[] count = {0};
        PolygonScan scan = new PolygonScan(left, top, right, bottom);
        for (Outline outline : outlines) {
            scan.scan(outline, (y, from, to, coverage) -> {
                int row = (y - top) * (right - left) - left;
                for (int x = from; x < to; x++) {
                    if (coverage[x - from] >= 0.5f && !covered[row + x]) {
                        covered[row + x] = true;
                        count[0]++;
                    }
                }
            });
        }
        return count[0];
    }
}
