package io.jellybean.domain.model;

/**
 * The map of features that a network is fed with: {@code float32 [batch, channels, rows, columns]}.
 *
 * @param tensor the name of the tensor in the ONNX file
 */
public record FeaturesInput(String tensor, int channels, int rows, int columns) {
    public FeaturesInput {
        if (channels < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("input: channels, rows and columns must be >= 1, but were %d, %d, %d"
                    .formatted(channels, rows, columns));
        }
    }
}
