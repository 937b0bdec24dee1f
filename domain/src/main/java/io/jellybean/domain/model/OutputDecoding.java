package io.jellybean.domain.model;

/** How the output of a network is to be read. */
public enum OutputDecoding {
    /**
     * {@code float32 [batch, 4 + classes, anchors]}: centre x, centre y, width and height in pixels of the input, then
     * one probability per class; overlapping boxes are not yet suppressed.
     */
    YOLOV8
}
