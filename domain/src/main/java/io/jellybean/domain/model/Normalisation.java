package io.jellybean.domain.model;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * What a network of floats gets for a pixel: (level / 255 - mean) / std, per channel.
 *
 * @param mean of red, green and blue, of levels scaled to 0..1
 * @param std of red, green and blue, each > 0
 */
public record Normalisation(List<Double> mean, List<Double> std) {

    /** Levels scaled to 0..1 and nothing else. */
    public static final Normalisation NONE = new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    public Normalisation {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || std.size() != 3) {
            throw new IllegalArgumentException(
                    "input: mean and std must be 3 numbers each, for red, green and blue, but were %s and %s"
                            .formatted(mean, std));
        }
        mean.forEach(value -> Require.finite("input: mean", value));
        std.forEach(value -> Require.positive("input: std", value));
    }
}
