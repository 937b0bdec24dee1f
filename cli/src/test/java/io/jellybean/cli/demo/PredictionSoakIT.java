package io.jellybean.cli.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Both workflows for two minutes with workers that may be busy up to 80 %, and what their plan said of the second one. */
@Timeout(900)
@EnabledIfSystemProperty(named = "jellybean.soak", matches = "true")
final class PredictionSoakIT {

    private static final int SECONDS = 120;

    @Test
    void servesAsPredicted(@TempDir Path folder) throws Exception {
        Path infrastructure = Files.writeString(folder.resolve("infrastructure.yaml"), """
                format: jellybean-infrastructure/1
                id: corner
                tiers: [edge, hub]
                workers:
                  - {tier: hub, type: hub-server, count: 1, usdPerHour: 0.11, slots: 1, memoryMb: 900}
                links: [{from: edge, to: hub, usdPerGb: 0.01, mbps: 1000, roundTripMs: 2}]
                ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
                """);
        DemoSettings settings = new DemoSettings(
                List.of(workflow(folder, "vehicle-tracking"), workflow(folder, "spoken-vqa")),
                infrastructure,
                folder,
                SECONDS,
                0,
                false,
                20261,
                LocalPorts.free());

        DemoReport report = new Demo(
                        JellyBeanHome.ofThisBuild(), settings, Terminal.plain(new PrintStream(System.out, true)))
                .run();

        System.out.println(report.text());
        Plan plan = PlanFile.readDeployable(folder.resolve("plan.json")).plan();
        double cores = plan.groups().stream()
                .mapToDouble(group -> group.utilisation() * group.slots())
                .sum();
        assumeThat(cores).as("cores, of a machine that plays everything else").isLessThanOrEqualTo(1);
        assertThat(report.succeeded()).isTrue();
        PredictionTable prediction = requireNonNull(report.prediction());
        assertThat(prediction.servedShare()).isGreaterThanOrEqualTo(0.98);
        assertThat(prediction.utilisationErrors().values())
                .allSatisfy(error -> assertThat(error).isBetween(-0.1, 0.1));
        assertThat(prediction.traffic())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.bytesPerSecond() / link.plannedBytesPerSecond())
                        .isCloseTo(1, within(0.05)));
    }

    /** The example with better models, and workers as busy as they may be. */
    private static DemoSettings.WorkflowFiles workflow(Path folder, String example) throws IOException {
        Path files = Path.of("../examples").toAbsolutePath().resolve(example);
        String text = Files.readString(files.resolve("workflow.yaml"))
                .replace("minAccuracy: 0.75", "minAccuracy: 0.88")
                .replace("maxUtilisation: 0.12", "maxUtilisation: 0.8");
        return new DemoSettings.WorkflowFiles(
                Files.writeString(folder.resolve(example + ".yaml"), text), files.resolve("profile.yaml"));
    }
}
