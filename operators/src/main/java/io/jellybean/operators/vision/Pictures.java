package io.jellybean.operators.vision;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Pictures whose bytes lie as networks want them; the JDK's own 3-byte type has blue first. */
final class Pictures {

    private Pictures() {}

    /** A picture over {@code uint8 [height, width, 3]}, red first. */
    static BufferedImage rgb(int width, int height) {
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int[] redGreenBlue = {0, 1, 2};
        return new BufferedImage(
                colours,
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3 * width, 3, redGreenBlue, null),
                false,
                null);
    }
}
