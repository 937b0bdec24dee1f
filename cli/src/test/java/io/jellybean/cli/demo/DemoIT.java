package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: broker, cluster, models, plan, job, cameras, report. */
@Timeout(300)
final class DemoIT {

    private static final int BAD_FRAMES = 12;

    private static Path out;
    private static DemoReport report;

    @BeforeAll
    static void runTheDemo(@TempDir Path folder) throws InterruptedException {
        out = folder;
        Path examples = Path.of("../examples").toAbsolutePath();
        DemoSettings settings = new DemoSettings(
                Stream.of("vehicle-tracking", "spoken-vqa")
                        .map(example -> examples.resolve(example).resolve("workflow.yaml"))
                        .map(DemoSettings.WorkflowFiles::beside)
                        .toList(),
                examples.resolve("vehicle-tracking/infrastructure.yaml"),
                out,
                8,
                BAD_FRAMES,
                false,
                20261,
                LocalPorts.free());
        report = new Demo(JellyBeanHome.ofThisBuild(), settings, Terminal.plain(new PrintStream(System.out, true)))
                .run();
    }

    @Test
    void goesAsPlannedAndLosesNothing() {
        assertThat(report.succeeded()).as(report.text()).isTrue();
        assertThat(report.text())
                .containsPattern("placement +as planned")
                .containsPattern("frames in +372 from 3 cameras")
                .containsPattern("frames out +360; 0 lost, 0 doubled")
                .containsPattern("questions asked +1[0-6], each about a frame")
                .containsPattern("questions answered .*0 timed out, 0 lost, 0 doubled");
    }

    @Test
    void countsEveryBadFrameByItsReason() {
        assertThat(report.text())
                .containsPattern(
                        "rejected +12 of 12 injected: 2 corrupt, 2 empty, 2 not-an-image, 2 too-large, 2 too-many-pixels, 2 truncated");
    }

    @Test
    void setsWhatWasMeasuredBesideWhatWasPlannedWith() {
        assertThat(report.text())
                .containsPattern("across cameras +multi-camera IDF1 0\\.\\d+ \\(planned with 0\\.\\d+\\)")
                .containsPattern(
                        "answers +exact match [01]\\.\\d+ \\(planned with 0\\.\\d+\\), \\d+ of \\d+; 95 % confidence")
                .doesNotContain("not compared");
    }

    @Test
    void setsWhatTheJobCountedBesideThePlan() {
        assertThat(report.text())
                .containsPattern("detect on (edge|hub|cloud)/[^\n]+/s of [^\n]+/s of [^\n]+ ms ")
                .containsPattern("utilisation of (edge|hub|cloud)/[^\n]+ %")
                .containsPattern("capture to result [^\n]+at least \\d+ ms[^\n]+p50 \\d+ ms, p99 \\d+ ms");
    }

    /** On a fast machine the box at the edge does everything, and no link has anything to carry. */
    @Test
    void setsWhatLinksCarriedBesideThePlan() {
        boolean allAtTheEdge = PlanFile.readDeployable(out.resolve("plan.json")).plan().groups().stream()
                .allMatch(used -> used.group().tier().equals("edge"));

        if (allAtTheEdge) {
            assertThat(report.text()).doesNotContain("Mbit/s");
        } else {
            assertThat(report.text()).containsPattern("link edge to [^\n]+ Mbit/s[^\n]+ Mbit/s");
        }
    }

    @Test
    void savesThePlanThatWasServedOfBothWorkflowsTogether() {
        DeployablePlan plan = PlanFile.readDeployable(out.resolve("plan.json"));

        assertThat(plan.workflow().id()).isEqualTo("vehicle-tracking+spoken-vqa");
        assertThat(plan.plan().accuracies()).hasSize(2);
        assertThat(plan.plan().variantByOperator()).containsKeys("associate", "answer");
        assertThat(out.resolve("profile-vehicle-tracking.json")).isNotEmptyFile();
        assertThat(out.resolve("profile-spoken-vqa.json")).isNotEmptyFile();
    }

    @Test
    void savesWhatThePersonSaw() throws IOException {
        assertThat(out.resolve("report.txt")).hasContent(report.text());
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png")))
                    .hasSize(6)
                    .allSatisfy(file -> {
                        BufferedImage picture = ImageIO.read(file.toFile());
                        assertThat(picture.getWidth()).isEqualTo(640);
                        assertThat(picture.getHeight()).isEqualTo(360);
                    });
        }
    }
}
