package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.CommandLines.Ran;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.deploy.StandingCluster;
import io.jellybean.jobs.security.SecurityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose every connection is encrypted and asks who is there, as its users run it. */
@Timeout(300)
final class SecureClusterIT {

    private static final String STORE_SECRET = "hidden-store-7f3a";
    private static final String BROKER_SECRET = "hidden-broker-c51e";
    private static final String STREET_SECRET = "hidden-street-90d2";
    private static final int FRAMES_OF_A_CAMERA = 20;
    private static final int CAMERAS = 3;

    private Path folder;
    private Path security;

    @BeforeEach
    void writeTheSettings(@TempDir Path temporary) throws Exception {
        folder = temporary;
        security = Files.createDirectory(folder.resolve("security"));
        Certificates certificates = Certificates.make(security, STORE_SECRET);
        Files.writeString(security.resolve("kafka.properties"), kafka(certificates, STREET_SECRET));
        Files.writeString(security.resolve("broker.properties"), """
                listener.security.protocol.map=CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                listener.name.client.plain.sasl.jaas.config=%s user_broker="%s" user_street="%s";
                ssl.keystore.location=%s
                ssl.keystore.password=%s
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(
                        login("broker", BROKER_SECRET),
                        BROKER_SECRET,
                        STREET_SECRET,
                        certificates.keys(),
                        STORE_SECRET,
                        certificates.trusted(),
                        STORE_SECRET));
        Files.writeString(security.resolve("flink.properties"), flink(certificates, true));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        run(security, "cluster", "down", "--dir=" + folder);
    }

    @Test
    void servesWhoIsKnownAndNobodyElse() throws Exception {
        StreetCommands street = new StreetCommands(folder);
        street.workflow(0.8);
        Path infrastructure = street.infrastructure();
        Path plan = street.plan();

        // when
        succeeds("cluster", "up", "--infrastructure=" + infrastructure, "--flink-port=0", "--kafka-port=0", here());
        StandingCluster cluster = StandingCluster.in(folder).orElseThrow();
        succeeds("submit", "--plan=" + plan, here());
        succeeds("feed", "--street=7", "--limit=" + FRAMES_OF_A_CAMERA, "--bootstrap=" + cluster.kafka());
        Ran tracks = succeeds(
                "watch-results",
                "tracks",
                "--from-beginning",
                "--count=" + CAMERAS * FRAMES_OF_A_CAMERA,
                "--for=90s",
                "--bootstrap=" + cluster.kafka());

        // then
        assertThat(cluster.flink()).startsWith("https://");
        assertThat(tracks.out().lines()).hasSize(CAMERAS * FRAMES_OF_A_CAMERA);
        strangersAreRefused(cluster);
        nobodyIsToldASecret(cluster);
    }

    private void strangersAreRefused(StandingCluster cluster) throws Exception {
        Path stranger = Files.createDirectory(folder.resolve("stranger"));
        Certificates certificates = new Certificates(security, STORE_SECRET);
        Files.writeString(stranger.resolve("kafka.properties"), kafka(certificates, "guessed"));
        Files.writeString(stranger.resolve("flink.properties"), flink(certificates, false));
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        String feed = "--bootstrap=" + cluster.kafka();
        String flink = "--flink=" + cluster.flink();

        assertThat(run(stranger, "feed", "--street=7", "--limit=1", feed)).satisfies(refused("Authentication failed"));
        assertThat(run(stranger, "status", flink)).satisfies(refused("Flink did not answer"));
        assertThat(run(nothing, "feed", "--street=7", "--limit=1", feed)).satisfies(refused(cluster.kafka()));
        assertThat(run(nothing, "status", flink)).satisfies(refused("PKIX"));
    }

    private static Consumer<Ran> refused(String why) {
        return ran -> {
            assertThat(ran.status()).as(ran.err()).isEqualTo(1);
            assertThat(ran.err()).contains("jellybean: ", why).doesNotContain("\tat ");
        };
    }

    private void nobodyIsToldASecret(StandingCluster cluster) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(security) && !file.startsWith(folder.resolve("stranger")))
                    .toList();
            assertThat(written).anyMatch(file -> file.endsWith("kafka.log"));
            for (Path file : written) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(STORE_SECRET, BROKER_SECRET, STREET_SECRET);
            }
        }
        List<String> commands = ProcessHandle.of(cluster.pid())
                .orElseThrow()
                .descendants()
                .map(process -> Arrays.toString(process.info().arguments().orElseThrow()))
                .toList();
        assertThat(commands)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(command -> assertThat(command).doesNotContain(STORE_SECRET, BROKER_SECRET, STREET_SECRET));
    }

    private static String kafka(Certificates certificates, String secret) {
        return """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=%s;
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(login("street", secret), certificates.trusted(), STORE_SECRET);
    }

    private static String login(String name, String secret) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(name, secret);
    }

    private static String flink(Certificates certificates, boolean showsWhoItIs) {
        return Stream.of("internal", "rest")
                .map(part -> """
                        security.ssl.%1$s.enabled=true
                        security.ssl.%1$s.keystore=%2$s
                        security.ssl.%1$s.keystore-password=%4$s
                        security.ssl.%1$s.key-password=%4$s
                        security.ssl.%1$s.truststore=%3$s
                        security.ssl.%1$s.truststore-password=%4$s
                        """.formatted(part, certificates.keys(), certificates.trusted(), STORE_SECRET))
                .reduce(
                        String.format(Locale.ROOT, "security.ssl.rest.authentication-enabled=%b%n", showsWhoItIs),
                        String::concat);
    }

    private String here() {
        return "--dir=" + folder;
    }

    private Ran succeeds(String... arguments) throws Exception {
        Ran ran = run(security, arguments);
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        return ran;
    }

    private Ran run(Path securityFolder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-jar",
                JellyBeanHome.ofThisBuild().path("cli/target/jellybean-cli.jar").toString()));
        command.addAll(List.of(arguments));
        return CommandLines.runProcess(
                command, Map.of(SecurityFolder.VARIABLE, securityFolder.toString()), Duration.ofMinutes(3));
    }
}
