package io.jellybean.cli.source;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures to feed. */
public final class Images {

    private Images() {}

    /** A square on a plain ground; its place tells the pictures apart. */
    public static BufferedImage square(int width, int height, int left) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(left, height / 4, height / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    /** Saves a picture in the format that the ending of the file names. */
    static void save(BufferedImage picture, Path file) throws IOException {
        String name = file.getFileName().toString();
        ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }
}
