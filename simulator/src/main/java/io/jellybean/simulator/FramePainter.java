package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.List;

/** Composes one camera's picture from back to front and says which vehicles are in it. Immutable, for any number of threads. */
final class FramePainter {
    private final StreetSettings settings;
    private final CameraSite site;
    private final Daylight light;
    private final LensEffects lens;
    private final int[] backdrop;
    private final Sketch onMedian;
    private final Sketch onNearPavement;

    /** A picture (0xRRGGBB) and the vehicles of which at least a pixel shows. */
    record Painted(Canvas canvas, List<VehicleBox> shown) {
        List<VehicleBox> truth() {
            return shown.stream().filter(VehicleBox::countsAsTruth).toList();
        }

        List<VehicleBox> glimpses() {
            return shown.stream().filter(box -> !box.countsAsTruth()).toList();
        }
    }

    FramePainter(StreetSettings settings, CameraSite site) {
        this.settings = settings;
        this.site = site;
        this.light = Daylight.of(settings.seed(), site.camera());
        this.lens = new LensEffects(light, site.blurred(), settings.seed(), site.camera());
        this.backdrop = Backdrop.paint(site, light, settings);
        this.onMedian = Foreground.onMedian(site, settings.seed());
        this.onNearPavement = Foreground.onNearPavement(site, settings.seed());
    }

    /** The vehicles must stand in painting order, as {@link Traffic} gives them. */
    Painted paint(List<PlacedVehicle> vehicles, long frameNumber) {
        double brightness = light.brightnessAt(frameNumber / settings.framesPerSecond());
        Canvas canvas = new Canvas(settings.width(), settings.height(), backdrop.clone());
        VehiclePainter painter = new VehiclePainter(site, light, brightness);
        for (PlacedVehicle vehicle : vehicles) {
            painter.paintShadow(vehicle, canvas);
        }
        Bounds[] spans = new Bounds[vehicles.size()];
        boolean medianPainted = false;
        for (int i = 0; i < spans.length; i++) {
            if (!medianPainted && vehicles.get(i).y() < site.medianStart()) {
                onMedian.paintOn(canvas);
                medianPainted = true;
            }
            spans[i] = painter.paint(vehicles.get(i), canvas, i + 1);
        }
        if (!medianPainted) {
            onMedian.paintOn(canvas);
        }
        onNearPavement.paintOn(canvas);
        List<VehicleBox> shown = shown(vehicles, spans, canvas, painter);
        lens.apply(canvas, brightness, frameNumber);
        return new Painted(canvas, shown);
    }

    private List<VehicleBox> shown(
            List<PlacedVehicle> vehicles, Bounds[] spans, Canvas canvas, VehiclePainter painter) {
        int[] visible = new int[spans.length + 1];
        for (short owner : canvas.owners) {
            visible[owner]++;
        }
        List<VehicleBox> shown = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            Bounds box = spans[i].within(0, 0, canvas.width, canvas.height);
            if (box.isEmpty() || visible[i + 1] == 0) {
                continue;
            }
            int whole = Silhouette.pixels(painter.outlines(vehicles.get(i)), canvas.width, canvas.height);
            Vehicle vehicle = vehicles.get(i).vehicle();
            shown.add(new VehicleBox(
                    vehicle.id(),
                    vehicle.type(),
                    vehicle.colour(),
                    box.left(),
                    box.top(),
                    box.width(),
                    box.height(),
                    Math.min(1.0, visible[i + 1] / (double) Math.max(1, whole))));
        }
        return shown;
    }
}
