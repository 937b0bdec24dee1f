package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.watch.AnnotatedFrame;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.result.TrackedFrame;
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

    /** Where the processes' logs are kept. */
    Path logs() {
        return folder.resolve("logs");
    }

    /** Saves the report, the files that lead to the plan, and two annotated frames of each camera. */
    void save(DemoPlan planned, DemoRun run, DemoReport report) {
        try {
            Files.writeString(folder.resolve("report.txt"), report.text() + "\n");
            PlanFile.write(folder.resolve("plan.json"), planned.deployable(), planned.problem());
            ProfileFile.write(folder.resolve("profile.json"), planned.profile());
            saveFrames(run);
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private CommandFailedException unwritable(IOException reason) {
        return new CommandFailedException(
                "the folder %s cannot be written: %s. Maybe name another with --out.".formatted(folder, reason),
                reason);
    }

    private void saveFrames(DemoRun run) throws IOException {
        Map<String, Map<Long, TrackedFrame>> trackedByCamera = run.tracks().stream()
                .map(Received::result)
                .collect(Collectors.groupingBy(
                        TrackedFrame::camera,
                        Collectors.toMap(
                                TrackedFrame::capturedAtMillis, Function.identity(), (first, again) -> first)));
        for (String camera : run.recording().cameras()) {
            List<DemoRun.SentFrame> sent = run.sent().stream()
                    .filter(each -> each.frame().camera().equals(camera)
                            && !each.frame().isBad())
                    .toList();
            for (int i = 0; i < SHARES_OF_THE_RUN.size(); i++) {
                DemoRun.SentFrame chosen = sent.get((int) (SHARES_OF_THE_RUN.get(i) * sent.size()));
                TrackedFrame tracked =
                        trackedByCamera.getOrDefault(camera, Map.of()).get(chosen.capturedAtMillis());
                if (tracked != null) {
                    CameraFrame frame =
                            run.recording().frames(camera).get(chosen.frame().recording());
                    Path file = folder.resolve("%s-%d.png".formatted(camera, i + 1));
                    BufferedImage annotated = AnnotatedFrame.of(frame.jpeg(), tracked, Map.of(), frame.truth());
                    ImageIO.write(annotated, "png", file.toFile());
                }
            }
        }
    }
}
