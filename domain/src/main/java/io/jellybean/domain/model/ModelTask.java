package io.jellybean.domain.model;

/** What a network was trained to do; it fixes what kind of input it takes and how its output is to be read. */
public enum ModelTask {
    /**
     * Finds objects in an image. Output {@code yolov8}: {@code float32 [batch, 4 + classes, anchors]}: centre x, centre y,
     * width and height in pixels of the input, then one probability per class; overlapping boxes are not yet suppressed.
     */
    DETECT("yolov8"),
    /** Describes a crop so that like things are near. Output {@code embedding}: {@code float32 [batch, dimensions]}. */
    EMBED("embedding"),
    /** Writes down what is said. Output {@code ctc}: {@code float32 [batch, steps, symbols]}, symbol 0 is the blank. */
    RECOGNISE("ctc"),
    /** Describes a whole image cell by cell. Output {@code features}: {@code float32 [batch, channels, rows, columns]}. */
    EXTRACT("features"),
    /** Answers a question about features. Output {@code classes}: {@code float32 [batch, answers]}, logits. */
    ANSWER("classes");

    private final String decoding;

    ModelTask(String decoding) {
        this.decoding = decoding;
    }

    /** How a manifest names the layout of the output. */
    public String decoding() {
        return decoding;
    }
}
