package io.jellybean.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.domain.io.ProfileFile;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.WorkerMeasurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code profile} and {@code evaluate} as a user runs them with models of their own; small, to be quick. */
final class MeasuringCommandsIT {

    private static final String MODELS = "../operators/src/test/resources/models";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path workflow;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path profile;

    @BeforeEach
    void writeTheWorkflow() throws IOException {
        profile = folder.resolve("profile.json");
        workflow = Files.writeString(folder.resolve("workflow.yaml"), """
                format: jellybean-workflow/1
                id: own
                sources: [{id: cameras, topic: frames, tier: edge}]
                operators:
                  - {id: detect, kind: detect, variants: [red-blue, float-nchw]}
                  - {id: embed, kind: embed, variants: [mean-colour]}
                  - {id: track, kind: track, stateful: true}
                  - {id: associate, kind: associate, stateful: true, maxSlots: 1}
                channels:
                  - {from: cameras, to: detect}
                  - {from: detect, to: embed}
                  - {from: embed, to: track}
                  - {from: track, to: associate}
                sinks: [{from: associate, topic: vehicles}]
                objective: {requestsPerSecond: {cameras: 5}, minAccuracy: 0}
                """);
    }

    @Test
    void measuresAWorkflowOfAUsersOwnModelsAndWritesBothIntoOneProfile() {
        CommandLines.Ran measured = profile("--worker-type", "box", "--check", "--plot", folder + "/plots");
        CommandLines.Ran evaluated = evaluate();
        CommandLines.Ran again = evaluate();
        CommandLines.Ran another = profile("--worker-type", "server");

        assertThat(measured.status()).as(measured.err()).isZero();
        assertThat(measured.out()).contains("red-blue", "mean-colour", "p99", "predicted / measured");
        assertThat(folder.resolve("plots/detect.svg")).isNotEmptyFile();
        assertThat(evaluated.status()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).contains("multi-camera IDF1", "float-nchw", "2 combinations");
        assertThat(again.out()).contains("0 results of operators on streets computed");
        assertThat(another.status()).as(another.err()).isZero();
        Profile read = ProfileFile.read(profile);
        assertThat(read.workers()).extracting(WorkerMeasurements::workerType).containsExactly("box", "server");
        assertThat(read.accuracy().rows())
                .hasSize(2)
                .extracting(AccuracyRow::confidence95)
                .doesNotContainNull();
        assertThat(read.messageSizes()).hasSize(4);
    }

    @Test
    void refusesAProviderThatCannotBeHad() {
        CommandLines.Ran ran = profile("--worker-type", "gpu-box", "--provider", "cuda");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("provider cuda", "onnxruntime_gpu").doesNotContain("bug");
        assertThat(profile).doesNotExist();
    }

    @Test
    void namesAModelThatIsNotThere() throws IOException {
        Files.writeString(workflow, Files.readString(workflow).replace("mean-colour", "mean-shape"));

        CommandLines.Ran ran = profile("--worker-type", "box");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("mean-shape.json", "there is no such file");
    }

    private CommandLines.Ran profile(String... more) {
        String[] usual = {
            "profile",
            "--workflow",
            workflow.toString(),
            "--models",
            MODELS,
            "--out",
            profile.toString(),
            "--frames",
            "4",
            "--batches",
            "1,2",
            "--limit",
            "0.05"
        };
        String[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return CommandLines.run(all);
    }

    private CommandLines.Ran evaluate() {
        return CommandLines.run(
                "evaluate",
                "--workflow",
                workflow.toString(),
                "--models",
                MODELS,
                "--seeds",
                "5001-5002",
                "--cameras",
                "2",
                "--frames",
                "5",
                "--cache",
                folder.resolve("cache").toString(),
                "--out",
                profile.toString());
    }
}
