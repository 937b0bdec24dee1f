package io.jellybean.cli.feed;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Question;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes down what is truly in the frames that were sent, one JSON object a line and frame, to score results with. Thread-safe. */
final class TruthFile implements Closeable {

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
        FrameTruth truth = new FrameTruth(
                camera,
                capturedAtMillis,
                request,
                question == null ? "" : question.text(),
                question == null ? "" : question.answer(),
                frame.truth().stream().map(FrameTruth.Vehicle::of).toList());
        try {
            out.write(truth.json() + "\n");
            out.flush(); // somebody may be reading it
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
}
