package io.jellybean.domain.model;

/** How a network wants its images. */
public enum InputLayout {
    /** {@code uint8 [batch, height, width, 3]}, 0..255; the network casts and normalises by itself. */
    UINT8_NHWC,
    /** {@code float32 [batch, 3, height, width]}: pixels as a {@link Normalisation} says. */
    FLOAT_NCHW
}
