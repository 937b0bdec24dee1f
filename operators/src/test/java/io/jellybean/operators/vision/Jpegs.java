package io.jellybean.operators.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small JPEGs, good and bad. */
public final class Jpegs {

    private Jpegs() {}

    /** One colour all over. */
    public static byte[] plain(int width, int height, Color colour) {
        return withSquares(width, height, colour, colour);
    }

    /** A background with squares given as left, top, side. */
    public static byte[] withSquares(int width, int height, Color background, Color colour, int[]... squares) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB, background, colour, squares));
    }

    static byte[] grey(int width, int height, int level) {
        Color colour = new Color(level, level, level);
        return encoded(drawn(width, height, BufferedImage.TYPE_BYTE_GRAY, colour, colour));
    }

    /** Noise does not compress: a picture with many bytes of pixels. */
    static byte[] noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, i * 0x9E3779B1);
        }
        return encoded(image);
    }

    /** The same JPEG whose frame header claims another size. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        int at = frameHeaderAt(jpeg);
        changed[at + 5] = (byte) (height >> 8);
        changed[at + 6] = (byte) height;
        changed[at + 7] = (byte) (width >> 8);
        changed[at + 8] = (byte) width;
        return changed;
    }

    /** The same JPEG with one byte of its frame header, counted from the marker, changed. */
    static byte[] withFrameHeaderByte(byte[] jpeg, int offset, int value) {
        byte[] changed = jpeg.clone();
        changed[frameHeaderAt(jpeg) + offset] = (byte) value;
        return changed;
    }

    /** The first bytes, then the end marker. */
    static byte[] cutBeforeItsEnd(byte[] jpeg, int bytes) {
        byte[] cut = Arrays.copyOf(jpeg, bytes + 2);
        cut[bytes] = (byte) 0xFF;
        cut[bytes + 1] = (byte) 0xD9;
        return cut;
    }

    static int frameHeaderAt(byte[] jpeg) {
        for (int at = 2; at < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
                return at;
            }
        }
        throw new AssertionError("no baseline frame header");
    }

    private static BufferedImage drawn(
            int width, int height, int type, Color background, Color colour, int[]... squares) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(background);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(colour);
        for (int[] square : squares) {
            graphics.fillRect(square[0], square[1], square[2], square[2]);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
