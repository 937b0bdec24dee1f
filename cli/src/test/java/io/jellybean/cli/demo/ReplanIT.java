package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.domain.io.InfrastructureFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code jellybean replan} by somebody whose box became dear, who looks first and then lets the job be moved. */
@Timeout(300)
final class ReplanIT {

    private static final double DEAR = 0.9;
    private static final List<String> SOON = List.of("--measure=5s");

    @Test
    void showsTheDifferenceAndMovesOnlyIfThatIsWanted(@TempDir Path folder) throws Exception {
        // given
        StreetCommands street = new StreetCommands(folder);
        street.workflow(0.8);
        Path infrastructure = street.infrastructure();
        Path plan = street.plan();
        try (StreetCorner corner = StreetCorner.start(InfrastructureFile.read(infrastructure), folder)) {
            street.submit(corner, plan);
            DeployedJobs jobs = new DeployedJobs(corner.flink());
            String first = jobs.the("vehicle-tracking").id();
            try (LiveStreet cameras = LiveStreet.play(corner.kafka())) {
                cameras.awaitSent(200);
                street.infrastructure(DEAR);

                // when
                CommandLines.Ran asked = answering("n", () -> street.replan(corner, SOON));

                // then
                assertThat(asked.status()).as(asked.err()).isEqualTo(1);
                assertThat(asked.out())
                        .contains(
                                "Against the running plan:",
                                "place    detect: on cloud/cloud-vm instead of edge/edge-box")
                        .containsPattern("cost +0\\.\\d+ \\$ per hour instead of 0\\.0300 \\$ per hour");
                assertThat(asked.err()).contains("Move the job? [y/N]", "nothing was moved");
                assertThat(jobs.the("vehicle-tracking").id()).isEqualTo(first);

                // when
                CommandLines.Ran moved = answering("y", () -> street.replan(corner, SOON));

                // then
                assertThat(moved.status()).as(moved.err()).isZero();
                assertThat(moved.err()).contains("Moving the job");
                assertThat(StreetCommands.groups(jobs.the("vehicle-tracking"))).containsExactly("cloud/cloud-vm");
                cameras.end();
            }
        }
    }

    private interface Command {
        CommandLines.Ran run();
    }

    private static CommandLines.Ran answering(String answer, Command command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((answer + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return command.run();
        } finally {
            System.setIn(before);
        }
    }
}
