package io.jellybean.operators.vision;

import static io.jellybean.operators.vision.RejectionReason.CORRUPT;
import static io.jellybean.operators.vision.RejectionReason.TRUNCATED;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEGs of untrusted origin with the JDK's reader, at the resolution that a network needs. Nothing is decoded
 * and nothing large is allocated before the header is within the limits. It reuses its reader and its pixels: one
 * instance per thread; close it in the same thread.
 */
public final class JpegDecoder implements AutoCloseable {

    private final JpegInspector inspector;
    private final PixelStore pixels = new PixelStore();
    private ImageReader reader = newReader();
    private @Nullable String warning;

    /** A decoder that enforces these limits. */
    public JpegDecoder(JpegLimits limits) {
        this.inspector = new JpegInspector(limits);
    }

    /**
     * Decodes as coarsely as {@link Sampling#forInput} allows; pass the greatest int twice for every pixel.
     *
     * @return pixels that are valid until the next call
     * @throws RejectedFrameException if the picture is too large, not a whole JPEG, or damaged
     */
    public RgbImage decode(byte[] jpeg, int inputWidth, int inputHeight) throws RejectedFrameException {
        JpegHeader header = inspector.inspect(jpeg);
        Sampling sampling = Sampling.forInput(header.width(), header.height(), inputWidth, inputHeight);
        BufferedImage target = pixels.target(sampling, header.components());
        try {
            read(jpeg, sampling, target);
        } catch (IOException | RuntimeException e) { // the reader meets damaged bytes with exceptions of both kinds
            reader.dispose();
            reader = newReader();
            throw new RejectedFrameException(CORRUPT, "the JPEG cannot be decoded: " + e.getMessage(), e);
        }
        if (warning != null) {
            boolean premature = warning.toLowerCase(Locale.ROOT).contains("premature end");
            throw new RejectedFrameException(
                    premature ? TRUNCATED : CORRUPT, "the JPEG's pixels are damaged: " + warning);
        }
        return new RgbImage(pixels.rgb(sampling, header.components()), sampling);
    }

    @Override
    public void close() {
        reader.dispose();
    }

    private void read(byte[] jpeg, Sampling sampling, BufferedImage target) throws IOException {
        try (ByteArrayImageInput input = new ByteArrayImageInput(jpeg)) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != sampling.frameWidth() || reader.getHeight(0) != sampling.frameHeight()) {
                throw new IOException("it has two headers that differ");
            }
            // Only now: what the reader says of the header (odd versions, unknown profiles) does not harm pixels.
            warning = null;
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(sampling.step(), sampling.step(), 0, 0);
            parameters.setDestination(target);
            reader.read(0, parameters);
        } finally {
            reader.setInput(null);
        }
    }

    private ImageReader newReader() {
        ImageReader created = ImageIO.getImageReadersByFormatName("jpeg").next();
        created.addIIOReadWarningListener((source, message) -> warning = message);
        return created;
    }

    /** The pictures of the last size seen, so that a camera's frames reuse one. */
    private static final class PixelStore {

        private BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        private BufferedImage colour = Pictures.rgb(1, 1);

        BufferedImage target(Sampling sampling, int components) {
            int width = sampling.width();
            int height = sampling.height();
            if (colour.getWidth() != width || colour.getHeight() != height) {
                colour = Pictures.rgb(width, height);
            }
            if (components == 3) {
                return colour;
            }
            if (grey.getWidth() != width || grey.getHeight() != height) {
                grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            }
            return grey;
        }

        byte[] rgb(Sampling sampling, int components) {
            byte[] rgb = bytes(colour);
            if (components == 1) {
                byte[] greyLevels = bytes(grey);
                for (int i = 0; i < sampling.width() * sampling.height(); i++) {
                    rgb[3 * i] = greyLevels[i];
                    rgb[3 * i + 1] = greyLevels[i];
                    rgb[3 * i + 2] = greyLevels[i];
                }
            }
            return rgb;
        }

        private static byte[] bytes(BufferedImage image) {
            return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        }
    }
}
