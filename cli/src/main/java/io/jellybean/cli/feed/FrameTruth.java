package io.jellybean.cli.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.simulator.VehicleBox;
import java.util.List;

/**
 * A frame with its vehicles; camera and time of capture are those of its results, too.
 *
 * @param request its key; empty if it has none
 * @param question about it; empty if there is none
 */
public record FrameTruth(
        String camera, long capturedAtMillis, String request, String question, String answer, List<Vehicle> vehicles) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(FrameTruth.class);
    private static final ObjectReader READER = JSON.readerFor(FrameTruth.class);

    public FrameTruth {
        vehicles = List.copyOf(vehicles);
    }

    /** A vehicle, its box in pixels of the frame. */
    public record Vehicle(
            long vehicleId, String label, String colour, double left, double top, double width, double height) {
        static Vehicle of(VehicleBox box) {
            return new Vehicle(
                    box.vehicleId(),
                    box.type().label(),
                    box.colour().label(),
                    hundredths(box.left()),
                    hundredths(box.top()),
                    hundredths(box.width()),
                    hundredths(box.height()));
        }

        private static double hundredths(double pixels) {
            return Math.round(pixels * 100) / 100.0;
        }
    }

    /** One line of JSON. */
    String json() throws JsonProcessingException {
        return WRITER.writeValueAsString(this);
    }

    /** Reads what {@link #json} makes. */
    public static FrameTruth parse(String json) throws JsonProcessingException {
        return READER.readValue(json);
    }
}
