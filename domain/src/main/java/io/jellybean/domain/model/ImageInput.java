package io.jellybean.domain.model;

/**
 * The image tensor that a network is fed with.
 *
 * @param tensor the name of the tensor in the ONNX file
 * @param height in pixels
 * @param width in pixels
 * @param padding grey level 0..255 beside the letterboxed picture
 * @param fit how a picture becomes one of this size
 * @param normalisation of {@link InputLayout#FLOAT_NCHW}; {@link Normalisation#NONE} for a network that normalises by itself
 */
public record ImageInput(
        String tensor,
        InputLayout layout,
        int height,
        int width,
        int padding,
        ImageFit fit,
        Normalisation normalisation) {
    public ImageInput {
        if (height < 1 || width < 1 || height > 4096 || width > 4096) {
            throw new IllegalArgumentException(
                    "input: height and width must be 1..4096, but were %d x %d".formatted(height, width));
        }
        if (padding < 0 || padding > 255) {
            throw new IllegalArgumentException("input: padding must be 0..255, but was %d".formatted(padding));
        }
        if (layout == InputLayout.UINT8_NHWC && !normalisation.equals(Normalisation.NONE)) {
            throw new IllegalArgumentException(
                    "input: mean and std are of the layout float-nchw; a network of uint8-nhwc normalises by itself");
        }
    }

    /** A letterboxed image without normalisation. */
    public ImageInput(String tensor, InputLayout layout, int height, int width, int padding) {
        this(tensor, layout, height, width, padding, ImageFit.LETTERBOX, Normalisation.NONE);
    }
}
