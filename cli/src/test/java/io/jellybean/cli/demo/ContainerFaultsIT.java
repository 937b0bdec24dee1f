package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jellybean.cli.cluster.rest.JobFailure;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with machines and links while vehicles are tracked in the containers of four tiers: nothing is lost or doubled. */
@Timeout(2400)
@EnabledIfSystemProperty(named = "jellybean.containers", matches = "true", disabledReason = "mvn verify -Pcontainers")
final class ContainerFaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final int FRAMES_BETWEEN = 300;
    private static final String WORKFLOW = "vehicle-tracking";
    private static final String LINK = "link-edge-cloud";

    /** Something that goes wrong and is over when it returns. */
    private interface Fault {
        void happen() throws Exception;
    }

    /** When it began, when all results were there again, and what Flink said of it. */
    private record Happened(String fault, long atMillis, long overMillis, String failure) {}

    private final List<Happened> happened = new ArrayList<>();

    @Test
    void losesNothingAndDoublesNothing(@TempDir Path folder) throws Exception {
        assumeTrue(ContainerEngine.answers(), "no container engine answers: docker version");
        ContainerEngine.buildImages();
        Path files = Files.createDirectory(folder.resolve("street"));
        Infrastructure tiers = FourTiers.in(files);
        StreetCommands commands = new StreetCommands(files);
        Workflow workflow = WorkflowFile.read(commands.workflow(30, 0.8, 0.5)).workflow();
        Files.copy(commands.profile(), files.resolve("profile.yaml"));
        Files.writeString(files.resolve("plan.json"), PlanFile.text(plan(tiers, workflow)));

        try (ContainerStreet street = ContainerStreet.up(tiers, files)) {
            assertThat(street.jellybean(
                            "submit", "--plan=plan.json", "--flink=http://jobmanager:8081", "--kafka=kafka:9092"))
                    .contains("runs as planned");
            try (LiveStreet cameras = LiveStreet.play(street.kafka());
                    CommittedResults tracks = CommittedResults.follow(street.kafka(), "tracks")) {
                suffer("a worker is killed", () -> street.kill("edge-edge-box-1"), street, cameras, tracks);
                suffer("the broker is away for 20 s", () -> brokerIsAway(street), street, cameras, tracks);
                suffer("a link is cut for 20 s", () -> linkIsCut(street), street, cameras, tracks);
                street.compose(PATIENCE, "up", "-d", "controller");
                suffer("the JobManager is killed", () -> street.kill("jobmanager"), street, cameras, tracks);
                cameras.awaitSent(FRAMES_BETWEEN);

                // then
                Map<String, Integer> sent = cameras.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                tracks.requireEachFrameOnce(sent);
                print(tracks);
            }
        }
    }

    private void suffer(String name, Fault fault, ContainerStreet street, LiveStreet cameras, CommittedResults tracks)
            throws Exception {
        cameras.awaitSent(FRAMES_BETWEEN);
        long atMillis = System.currentTimeMillis();
        fault.happen();
        ContainerStreet.await(
                PATIENCE,
                () -> new DeployedJobs(street.flink())
                        .of(WORKFLOW)
                        .filter(job -> street.flink().job(job.id()).runsCompletely())
                        .isPresent());
        int sent = cameras.sent();
        ContainerStreet.await(PATIENCE, () -> tracks.results().size() >= sent);
        String failure = street.flink()
                .failure(new DeployedJobs(street.flink()).the(WORKFLOW).id())
                .filter(newest -> newest.time().toEpochMilli() >= atMillis)
                .map(JobFailure::rootCause)
                .orElse("no task failed");
        happened.add(new Happened(name, atMillis, System.currentTimeMillis(), failure));
    }

    private static void brokerIsAway(ContainerStreet street) throws Exception {
        street.compose(PATIENCE, "stop", "kafka");
        Thread.sleep(OUTAGE.toMillis());
        street.compose(PATIENCE, "start", "kafka");
    }

    private static void linkIsCut(ContainerStreet street) throws Exception {
        street.inside(LINK, "ip", "link", "set", "eth0", "down");
        Thread.sleep(OUTAGE.toMillis());
        street.inside(LINK, "ip", "link", "set", "eth0", "up");
    }

    private void print(CommittedResults tracks) {
        for (Happened each : happened) {
            System.out.printf(
                    "%-28s | no results for %s | %s%n",
                    each.fault(), tracks.gapBetween(each.atMillis(), each.overMillis()), each.failure());
        }
        System.out.println("lost 0, doubled 0 of " + tracks.results().size());
    }

    private static DeployablePlan plan(Infrastructure tiers, Workflow workflow) {
        return FourTiers.plan(
                tiers,
                workflow,
                workflow.operators().stream()
                        .collect(Collectors.toMap(
                                operator -> operator.id(),
                                operator -> operator.variants().get(0))));
    }
}
