package io.jellybean.cli.feed;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Question;
import io.jellybean.simulator.VehicleBox;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what is truly in the frames that were sent, one JSON object a line and frame, to score results with. Thread-safe. */
final class TruthFile implements Closeable {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerFor(Line.class);

    private final Path file;
    private final BufferedWriter out;

    TruthFile(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    /**
     * Adds a frame.
     *
     * @param camera under which it was sent
     * @param request its key; empty if it has none
     * @param question about it; null if there is none
     */
    synchronized void add(
            String camera, long capturedAtMillis, String request, @Nullable Question question, CameraFrame frame) {
        Line line = new Line(
                camera,
                capturedAtMillis,
                request,
                question == null ? "" : question.text(),
                question == null ? "" : question.answer(),
                frame.truth().stream().map(Box::of).toList());
        try {
            out.write(JSON.writeValueAsString(line));
            out.newLine();
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private CommandFailedException failed(IOException reason) {
        return new CommandFailedException(
                "--truth %s cannot be written: %s. Maybe name another file.".formatted(file, reason.getMessage()),
                reason);
    }

    /** A frame with its vehicles; camera and time of capture are those of its results, too. */
    private record Line(
            String camera, long capturedAtMillis, String request, String question, String answer, List<Box> vehicles) {}

    /** A vehicle, its box in pixels of the frame. */
    private record Box(
            long vehicleId, String label, String colour, double left, double top, double width, double height) {
        static Box of(VehicleBox box) {
            return new Box(
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
}
