package io.jellybean.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.io.ProblemFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them. */
class PlanningCommandsTest {

    private static final String PUBLISHED = "../examples/planning-problems/jellybean-vqa-medium.json";
    private static final String EXAMPLE = "../examples/vehicle-tracking/";
    private static final String QUESTIONS = "../examples/spoken-vqa/";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void plansAProblem() {
        CommandLines.Ran plan = CommandLines.run("plan", "--problem", PUBLISHED);

        assertThat(plan.status()).isZero();
        assertThat(plan.out())
                .contains("7.4850 $ per hour, optimal: proven that no plan is cheaper")
                .containsPattern("link edge to cloud +1.2430")
                .containsPattern("accuracy +56.59; at least 56.0 is wanted");
    }

    @Test
    void plansAUsersFilesIntoAPlanThatCanBeDeployed() {
        Path plan = folder.resolve("plan.json");
        Path problem = folder.resolve("problem.json");

        CommandLines.Ran planned = CommandLines.run(
                "plan",
                "--workflow",
                EXAMPLE + "workflow.yaml",
                "--infrastructure",
                EXAMPLE + "infrastructure.yaml",
                "--profile",
                EXAMPLE + "profile.yaml",
                "--plan-out",
                plan.toString(),
                "--dump-problem",
                problem.toString());

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(PlanFile.readDeployable(plan).workflow().id()).isEqualTo("vehicle-tracking");
        assertThat(PlanFile.readAnswered(plan).problem()).isEqualTo(ProblemFile.read(problem));
    }

    @Test
    void plansSeveralWorkflowsTogetherIntoOnePlanThatCanBeDeployed() {
        Path plan = folder.resolve("plan.json");
        Path frontier = folder.resolve("frontier");

        CommandLines.Ran planned = CommandLines.run(both("plan", "--plan-out", plan.toString()));
        CommandLines.Ran drawn = CommandLines.run(both("frontier", "--out", frontier.toString()));

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.out())
                .contains("Plan of vehicle-tracking+spoken-vqa on street-corner")
                .containsPattern("vehicle-tracking accuracy +0\\.\\d+; at least 0.75 is wanted")
                .containsPattern("spoken-vqa accuracy +0\\.\\d+; at least 0.85 is wanted");
        assertThat(PlanFile.readDeployable(plan).workflow().operators()).hasSize(7);
        assertThat(drawn.status()).as(drawn.err()).isZero();
        assertThat(frontier.resolve("accuracy-spoken-vqa.csv")).isNotEmptyFile();
    }

    @Test
    void wantsAProfileForEachWorkflow() {
        CommandLines.Ran plan = CommandLines.run(
                "plan",
                "--workflow",
                EXAMPLE + "workflow.yaml",
                "--workflow",
                QUESTIONS + "workflow.yaml",
                "--infrastructure",
                EXAMPLE + "infrastructure.yaml",
                "--profile",
                EXAMPLE + "profile.yaml");

        assertThat(plan.status()).isEqualTo(1);
        assertThat(plan.err()).contains("--workflow is given 2 and --profile 1 times", "same order");
    }

    private static String[] both(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        for (String example : List.of(EXAMPLE, QUESTIONS)) {
            arguments.addAll(List.of("--workflow", example + "workflow.yaml", "--profile", example + "profile.yaml"));
        }
        arguments.addAll(List.of("--infrastructure", EXAMPLE + "infrastructure.yaml"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void saysWhyThereIsNoPlan() {
        CommandLines.Ran plan =
                CommandLines.run("plan", "--problem", "../examples/planning-problems/inf-bandwidth-2t-014.json");

        assertThat(plan.status()).isEqualTo(2);
        assertThat(plan.err()).contains("bandwidth: link");
    }

    @Test
    void tellsTheMistakesOfAllFilesAtOnce() throws IOException {
        Path workflow = Files.writeString(folder.resolve("workflow.yaml"), "format: jellybean-workflow/1\nid: x\n");
        Path infrastructure = Files.writeString(
                folder.resolve("infrastructure.yaml"), "format: jellybean-infrastructure/1\nprice: 3\n");

        CommandLines.Ran plan = CommandLines.run(
                "plan",
                "--workflow",
                workflow.toString(),
                "--infrastructure",
                infrastructure.toString(),
                "--profile",
                folder.resolve("missing.yaml").toString());

        assertThat(plan.status()).isEqualTo(1);
        assertThat(plan.err())
                .contains("workflow.yaml:", "infrastructure.yaml:2: price", "missing.yaml:1: there is no such file")
                .doesNotContain("\tat ");
    }

    @Test
    void wantsOneWayOfInput() {
        assertThat(CommandLines.run("plan").status()).isEqualTo(1);
        assertThat(CommandLines.run("plan", "--problem", PUBLISHED, "--profile", "x")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void explainsAPlan() {
        Path plan = folder.resolve("plan.json");
        CommandLines.run("plan", "--problem", PUBLISHED, "--plan-out", plan.toString());

        CommandLines.Ran explained = CommandLines.run("explain", plan.toString());

        assertThat(explained.status()).as(explained.err()).isZero();
        assertThat(explained.out())
                .containsPattern("ExtractImageFeature +│ resnet18 +│ +7.4850 │ taken")
                .containsPattern("ExtractImageFeature +│ resnet152 +│ +17.8777 │ \\+10.3927")
                .containsPattern("wav2vec2-base-960h +│ +no plan │ accuracy")
                .containsPattern("a worker serves one operator +│ +7.0115 │ -0.4735")
                .containsPattern("rates \\+ 10 % +│ +7.8796");
    }

    @Test
    void drawsTheFrontier() throws IOException {
        CommandLines.Ran frontier = CommandLines.run("frontier", "--problem", PUBLISHED, "--out", folder.toString());

        assertThat(frontier.status()).as(frontier.err()).isZero();
        List<String> csv = Files.readAllLines(folder.resolve("accuracy.csv"));
        assertThat(csv).hasSize(7);
        assertThat(csv.get(2)).startsWith("56.59,7.485018");
        BufferedImage plot = ImageIO.read(folder.resolve("rate.png").toFile());
        assertThat(plot.getWidth()).isEqualTo(900);
        assertThat(folder.resolve("accuracy.svg")).content().contains("<svg");
    }

    @Test
    void comparesWithOtherWaysToPlan() {
        CommandLines.Ran compared = CommandLines.run("compare", "--problem", PUBLISHED);

        assertThat(compared.status()).as(compared.err()).isZero();
        assertThat(compared.out())
                .containsPattern("JellyBean +│ +7.485018")
                .containsPattern("most accurate models, placed best +│ +17.877716 │ +58.1 %")
                .containsPattern("authors: beam search, greedy +│ +7.508778 │ +0.3 %");
    }

    @Test
    void derivesTiersAndWritesThemOut() {
        Path withTiers = folder.resolve("with-tiers.yaml");

        CommandLines.Ran derived = CommandLines.run(
                "tiers", "../examples/planning-problems/published-infrastructure.yaml", "--out", withTiers.toString());
        CommandLines.Ran given = CommandLines.run("tiers", withTiers.toString());

        assertThat(derived.status()).as(derived.err()).isZero();
        assertThat(derived.out()).contains("links to");
        assertThat(given.status()).as(given.err()).isZero();
        assertThat(given.out()).isEqualTo(derived.out());
    }
}
