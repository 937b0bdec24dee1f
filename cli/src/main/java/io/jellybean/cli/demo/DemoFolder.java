package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.evaluate.VehicleIdentities;
import io.jellybean.cli.watch.AnnotatedFrame;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.planner.compile.ProfiledWorkflow;
import io.jellybean.simulator.CameraFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Where a run of the demo is kept. */
final class DemoFolder {

    private static final List<Double> SHARES_OF_THE_RUN = List.of(0.33, 0.67);

    private final Path folder;

    DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder; before any time is spent on what is to be saved in it. */
    void prepare() {
        try {
            Files.createDirectories(logs());
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    Path path() {
        return folder;
    }

    /** Where the processes' logs are kept. */
    Path logs() {
        return folder.resolve("logs");
    }

    /** Saves the report, the files that lead to the plan, and two annotated frames of each camera. */
    void save(DemoPlan planned, DemoRun run, DemoReport report) {
        try {
            Files.writeString(folder.resolve("report.txt"), report.text() + "\n");
            PlanFile.write(folder.resolve("plan.json"), planned.deployable(), planned.problem());
            for (ProfiledWorkflow each : planned.inputs().workflows()) {
                String id = each.wanted().workflow().id();
                ProfileFile.write(folder.resolve("profile-%s.json".formatted(id)), each.profile());
            }
            VehicleRun vehicles = run.vehicles();
            if (vehicles != null) {
                saveFrames(vehicles);
            }
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private CommandFailedException unwritable(IOException reason) {
        return new CommandFailedException(
                "the folder %s cannot be written: %s. Maybe name another with --out.".formatted(folder, reason),
                reason);
    }

    private void saveFrames(VehicleRun run) throws IOException {
        VehicleIdentities identities = run.identities();
        for (String camera : run.recording().cameras()) {
            Map<Long, TrackedFrame> trackedByMillis = run.tracks().stream()
                    .map(Received::result)
                    .filter(tracked -> tracked.camera().equals(camera))
                    .collect(Collectors.toMap(
                            TrackedFrame::capturedAtMillis, Function.identity(), (first, again) -> first));
            List<VehicleRun.SentFrame> sent = run.goodFrames().stream()
                    .filter(each -> each.frame().camera().equals(camera))
                    .toList();
            for (int i = 0; i < SHARES_OF_THE_RUN.size(); i++) {
                VehicleRun.SentFrame chosen = sent.get((int) (SHARES_OF_THE_RUN.get(i) * sent.size()));
                TrackedFrame tracked = trackedByMillis.get(chosen.capturedAtMillis());
                if (tracked != null) {
                    CameraFrame frame = run.recorded(chosen);
                    Path file = folder.resolve("%s-%d.png".formatted(camera, i + 1));
                    BufferedImage annotated =
                            AnnotatedFrame.of(frame.jpeg(), tracked, identities.ofCamera(camera), frame.truth());
                    ImageIO.write(annotated, "png", file.toFile());
                }
            }
        }
    }
}
