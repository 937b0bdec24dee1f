package io.jellybean.operators.vision;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cuts vehicles out of a frame as JPEGs, so that what looks at them next needs no frame: some kilobytes a vehicle travel. It
 * reuses its writer: one instance per thread; close it in the same thread.
 */
public final class CropEncoder implements AutoCloseable {

    /** Larger vehicles are made smaller: networks that tell vehicles apart look at no more, however large the camera's picture. */
    public static final int LONGEST_SIDE = 256;

    /** Of the JPEGs, 0..1: what a camera's own encoder has left of a vehicle is hardly changed. */
    public static final float QUALITY = 0.9f;

    private static final int[] RED_GREEN_BLUE = {0, 1, 2};

    private final ComponentColorModel colours = new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ImageWriteParam parameters = writer.getDefaultWriteParam();

    public CropEncoder() {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
    }

    /**
     * All pixels that a box touches, as a JPEG.
     *
     * @param frame every pixel of it is best: marks are small
     * @param box in pixels of the frame; what lies outside of it is left out
     */
    public byte[] encode(RgbImage frame, Box box) {
        PixelArea area = PixelArea.touchedBy(box, frame.sampling());
        int longest = Math.max(area.width(), area.height());
        return encode(
                longest > LONGEST_SIDE ? shrunk(frame, area, (double) LONGEST_SIDE / longest) : view(frame, area));
    }

    @Override
    public void close() {
        writer.dispose();
    }

    /** A picture over the frame's own pixels. */
    private BufferedImage view(RgbImage frame, PixelArea area) {
        return picture(raster(frame.rgb(), frame.width(), frame.height())
                .createWritableChild(area.left(), area.top(), area.width(), area.height(), 0, 0, null));
    }

    private BufferedImage shrunk(RgbImage frame, PixelArea area, double scale) {
        int width = (int) Math.max(1, Math.round(area.width() * scale));
        int height = (int) Math.max(1, Math.round(area.height() * scale));
        byte[] rgb = new byte[3 * width * height];
        int stride = 3 * frame.width();
        int from = area.top() * stride + 3 * area.left();
        new BilinearResize(area.width(), area.height(), width, height)
                .resize(frame.rgb(), from, stride, ByteBuffer.wrap(rgb), 0, 3 * width);
        return picture(raster(rgb, width, height));
    }

    private static WritableRaster raster(byte[] rgb, int width, int height) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), width, height, 3 * width, 3, RED_GREEN_BLUE, null);
    }

    private BufferedImage picture(WritableRaster raster) {
        return new BufferedImage(colours, raster, false, null);
    }

    private byte[] encode(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.getWidth() * picture.getHeight());
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) { // there is no file and no device
            throw new UncheckedIOException(e);
        } finally {
            writer.setOutput(null);
        }
        return bytes.toByteArray();
    }
}
