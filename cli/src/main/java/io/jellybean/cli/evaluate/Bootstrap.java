package io.jellybean.cli.evaluate;

import io.jellybean.domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The 95 % confidence interval of a share over streets (Efron 1979): streets, not frames, are drawn again, for the frames of
 * one street resemble each other. The same shares give the same interval.
 */
final class Bootstrap {

    private static final int DRAWS = 2_000;
    private static final long SEED = 1979;

    private Bootstrap() {}

    /** Of at least one share. */
    static Interval interval95(List<Share> byStreet) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Share> drawn = new ArrayList<>(byStreet.size());
            for (int i = 0; i < byStreet.size(); i++) {
                drawn.add(byStreet.get(random.nextInt(byStreet.size())));
            }
            values[draw] = Share.of(drawn);
        }
        Arrays.sort(values);
        return new Interval(values[(int) (0.025 * DRAWS)], values[(int) (0.975 * DRAWS) - 1]);
    }
}
