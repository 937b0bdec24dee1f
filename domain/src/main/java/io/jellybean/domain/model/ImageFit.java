package io.jellybean.domain.model;

/** How a picture of any size becomes one of the input's size. */
public enum ImageFit {
    /** Scaled evenly, centred, the rest padded. */
    LETTERBOX,
    /** Stretched to height x width. */
    STRETCH
}
