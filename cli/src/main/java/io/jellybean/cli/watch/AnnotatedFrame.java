package io.jellybean.cli.watch;

import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.simulator.VehicleBox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A frame with the tracks in colours, one colour per vehicle, and what is known to be true in dashed white. */
public final class AnnotatedFrame {

    private static final BasicStroke TRACK = new BasicStroke(2f);
    private static final BasicStroke TRUTH =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {4f, 4f}, 0f);
    private static final int TEXT_HEIGHT = 14;

    private AnnotatedFrame() {}

    /**
     * Draws into a copy of the frame.
     *
     * @param vehicleIds of the camera's tracks; a track without one is called by its own number
     * @param truth empty where it is not known
     * @throws IOException if the frame is no image
     */
    public static BufferedImage of(
            byte[] jpeg, TrackedFrame tracked, Map<Long, Long> vehicleIds, List<VehicleBox> truth) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        if (image == null) {
            throw new IOException("the frame of %d bytes is no image".formatted(jpeg.length));
        }
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            tracked.vehicles().forEach(vehicle -> draw(graphics, vehicle, vehicleIds.get(vehicle.trackId())));
            truth.forEach(vehicle -> draw(graphics, vehicle));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void draw(Graphics2D graphics, TrackedVehicle vehicle, @Nullable Long vehicleId) {
        Color colour = colour(vehicleId == null ? vehicle.trackId() : vehicleId);
        graphics.setColor(colour);
        graphics.setStroke(TRACK);
        graphics.draw(new Rectangle2D.Float(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()));
        String text = vehicleId == null
                ? "%s %d".formatted(vehicle.label(), vehicle.trackId())
                : "%s #%d".formatted(vehicle.label(), vehicleId);
        int left = Math.round(vehicle.left());
        int bottom = Math.max(TEXT_HEIGHT, Math.round(vehicle.top()));
        graphics.fillRect(
                left - 1, bottom - TEXT_HEIGHT, graphics.getFontMetrics().stringWidth(text) + 4, TEXT_HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, left + 1, bottom - 3);
    }

    private static void draw(Graphics2D graphics, VehicleBox vehicle) {
        graphics.setColor(Color.WHITE);
        graphics.setStroke(TRUTH);
        graphics.draw(new Rectangle2D.Double(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()));
    }

    /** Hues a golden angle apart, so that neighbouring ids differ well. */
    private static Color colour(long id) {
        return Color.getHSBColor((float) (id * 0.618_034 % 1.0), 0.65f, 1f);
    }
}
