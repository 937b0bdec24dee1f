package io.jellybean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a user's mistakes are answered with: one message with the fix, no stack trace, exit status 1. */
final class JellyBeanTest {

    private final StringWriter errors = new StringWriter();
    private final CommandLine jellybean = JellyBean.commandLine().setErr(new PrintWriter(errors));

    @Test
    void anUnknownOptionIsAnsweredWithTheOneThatWasMeant() {
        assertThat(jellybean.execute("demo", "--inject-bad-frame", "3")).isEqualTo(1);
        assertThat(errors.toString()).contains("--inject-bad-frames").doesNotContain("\tat ");
    }

    @Test
    void aValueOutOfRangeIsAnsweredWithTheRange() {
        assertThat(jellybean.execute("demo", "--seconds", "3")).isEqualTo(1);
        assertThat(errors).hasToString("jellybean: --seconds must be from 5 to 600, but was 3\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(jellybean.execute("demo", "--workflow", "no-such.yaml")).isEqualTo(1);
        assertThat(errors.toString()).contains("no-such.yaml").doesNotContain("\tat ");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(jellybean.execute("demo", "--kafka-port", port)).isEqualTo(1);
            assertThat(errors.toString())
                    .startsWith("jellybean: Kafka: port " + port)
                    .contains("Maybe")
                    .doesNotContain("\tat ");
        }
    }

    /** A person mends a file once, not once per mistake. */
    @Test
    void allMistakesOfAFileAreToldAtOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("infrastructure.yaml"), """
                format: jellybean-infrastructure/1
                id: corner
                tiers: [edge]
                workers:
                  - {tier: edge, type: box, count: 1, usdPerHour: -1, slots: 0, memoryMb: 640}
                """);

        assertThat(jellybean.execute("demo", "--infrastructure", file.toString()))
                .isEqualTo(1);
        assertThat(errors.toString())
                .contains("usdPerHour", "-1", "slots", ":5")
                .doesNotContain("\tat ");
    }
}
