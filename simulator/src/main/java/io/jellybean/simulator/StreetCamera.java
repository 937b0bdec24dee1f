package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.List;

/** A camera of a {@link Street}. Immutable: any thread may ask for any frame at any time, in any order. */
public final class StreetCamera {
    private final StreetSettings settings;
    private final CameraSite site;
    private final Traffic traffic;
    private final FramePainter painter;
    private final FrameEncoder encoder;

    StreetCamera(StreetSettings settings, int camera) {
        this.settings = settings;
        this.site = CameraSite.of(settings, camera);
        this.traffic = new Traffic(settings);
        this.painter = new FramePainter(settings, site);
        this.encoder = new FrameEncoder(settings.jpegQuality());
    }

    /** {@code cam-1} for the first camera of the street. */
    public String id() {
        return "cam-" + (site.camera() + 1);
    }

    /** Renders the frame of this number (from 0), taken at number / framesPerSecond seconds. */
    public CameraFrame frame(long number) {
        FramePainter.Painted painted = paint(number);
        return new CameraFrame(id(), number, encoder.encode(painted.canvas()), painted.truth(), painted.glimpses());
    }

    FramePainter.Painted paint(long number) {
        require(number >= 0, "frame number", ">= 0", number);
        return painter.paint(vehicles(number), number);
    }

    List<PlacedVehicle> vehicles(long number) {
        return traffic.at(site, number / settings.framesPerSecond());
    }

    FramePainter painter() {
        return painter;
    }
}
