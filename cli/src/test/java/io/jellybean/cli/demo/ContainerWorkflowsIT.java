package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both workflows in the containers of four tiers, with real limits and links: placed as planned, and with the same records as the same
 * operators called in a plain loop.
 */
@Timeout(1800)
@EnabledIfSystemProperty(named = "jellybean.containers", matches = "true", disabledReason = "mvn verify -Pcontainers")
final class ContainerWorkflowsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static ContainerStreet street;
    private static Infrastructure tiers;
    private static ServingSite site;

    @BeforeAll
    static void bringUpTheTiers(@TempDir Path folder) throws Exception {
        assumeTrue(ContainerEngine.answers(), "no container engine answers: docker version");
        ContainerEngine.buildImages();
        Path files = Files.createDirectory(folder.resolve("street"));
        tiers = FourTiers.in(files);
        street = ContainerStreet.up(tiers, files);
        site = new ServingSite(street.flink(), street.kafka(), ContainerStreet.KAFKA_OF_JOBS, PATIENCE);
        site.ensureTopics();
    }

    @AfterAll
    static void endThem() {
        if (street != null) {
            street.close();
        }
    }

    @Test
    void tracksVehiclesAcrossCamerasAsAPlainLoopDoes() throws Exception {
        VehicleTrial.run(site, plan("vehicle-tracking"));
    }

    @Test
    void answersQuestionsAsAPlainLoopDoesAndEveryRequestOnce() throws Exception {
        QuestionTrial.run(site, plan("spoken-vqa"));
    }

    @Test
    void composeTakesTheFileOfTheExample() throws Exception {
        List<String> command = new ArrayList<>(ContainerEngine.compose());
        command.addAll(List.of("-f", "../docker/compose/compose.yaml", "config", "--quiet"));

        assertThat(ContainerEngine.run(command, Map.of(), PATIENCE)).isEmpty();
    }

    private static DeployablePlan plan(String example) {
        Workflow workflow = WorkflowFile.read(
                        Path.of("../examples", example, "workflow.yaml").toAbsolutePath())
                .workflow();
        return FourTiers.plan(tiers, workflow, HandMadePlans.lastVariants(workflow));
    }
}
