package io.jellybean.cli.source;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes JPEGs that ingest takes.
 *
 * @param quality above 0 and at most 1
 * @param mostWidth larger pictures are scaled down, pixels
 * @param mostHeight larger pictures are scaled down, pixels
 */
public record JpegEncoder(double quality, int mostWidth, int mostHeight) {

    /** A colour baseline JPEG of the picture, scaled down to the bounds in its own proportions. */
    public byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(fitting(picture), null, null), settings);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    boolean fits(int width, int height) {
        return width <= mostWidth && height <= mostHeight;
    }

    private BufferedImage fitting(BufferedImage picture) {
        boolean fits = fits(picture.getWidth(), picture.getHeight());
        if (fits && picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return picture;
        }
        double scale = Math.min(
                1.0, Math.min((double) mostWidth / picture.getWidth(), (double) mostHeight / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return opaque;
    }
}
