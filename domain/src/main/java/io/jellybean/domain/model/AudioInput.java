package io.jellybean.domain.model;

/**
 * The sound that a network is fed with: {@code float32 [batch, samples]}, -1..1, one channel.
 *
 * @param tensor the name of the tensor in the ONNX file
 * @param sampleRate samples per second
 */
public record AudioInput(String tensor, int sampleRate) {
    public AudioInput {
        if (sampleRate < 1_000 || sampleRate > 192_000) {
            throw new IllegalArgumentException(
                    "input: sampleRate must be 1000..192000, but was %d".formatted(sampleRate));
        }
    }
}
