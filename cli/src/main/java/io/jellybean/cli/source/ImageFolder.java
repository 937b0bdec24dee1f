package io.jellybean.cli.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The images of a folder (JPEG, PNG, GIF, BMP) in the order of their names. A JPEG within the encoder's bounds is sent as it is.
 *
 * @param framesPerSecond at which they count as taken
 */
record ImageFolder(String camera, Path folder, double framesPerSecond, JpegEncoder encoder) implements CameraSource {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".gif", ".bmp");

    @Override
    public String description() {
        return folder.toString();
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameStream open() throws IOException {
        List<Path> images = images(folder);
        if (images.isEmpty()) {
            throw new IOException("it holds no image, %s".formatted(String.join(" ", ENDINGS)));
        }
        return new Slides(images.iterator());
    }

    private static List<Path> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDINGS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private final class Slides implements FrameStream {

        private final Iterator<Path> images;

        private Slides(Iterator<Path> images) {
            this.images = images;
        }

        @Override
        public double framesPerSecond() {
            return framesPerSecond;
        }

        @Override
        public Optional<SourceFrame> next() throws IOException {
            return images.hasNext() ? Optional.of(new SourceFrame(jpeg(images.next()), null)) : Optional.empty();
        }

        @Override
        public boolean skip() {
            boolean more = images.hasNext();
            if (more) {
                images.next();
            }
            return more;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private byte[] jpeg(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("%s is no image".formatted(file.getFileName()));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean asItIs = reader.getFormatName().equalsIgnoreCase("jpeg")
                        && encoder.fits(reader.getWidth(0), reader.getHeight(0));
                return asItIs ? bytes : encoder.encode(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }
}
