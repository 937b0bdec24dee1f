package io.jellybean.cli.demo;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.JellyBeanHome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Docker, by its command line. */
final class ContainerEngine {

    /** Images to build on, where those of the Dockerfile cannot be fetched: Java 17 with bash; ip and tc with bash. */
    private static final Map<String, String> VARIABLE_BY_ARGUMENT =
            Map.of("BASE", "JELLYBEAN_BASE_IMAGE", "TOOLS", "JELLYBEAN_TOOLS_IMAGE");

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration BUILD_WITHIN = Duration.ofMinutes(20);

    private ContainerEngine() {}

    /** Whether one answers. */
    static boolean answers() {
        try {
            return CommandLines.runProcess(List.of("docker", "version"), Map.of(), ANSWER_WITHIN)
                            .status()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Builds the images from what Maven has built. */
    static void buildImages() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(JellyBeanHome.ofThisBuild().path("docker/build").toString()));
        VARIABLE_BY_ARGUMENT.forEach((argument, variable) -> {
            String image = System.getenv(variable);
            if (image != null) {
                command.addAll(List.of("--build-arg", "%s=%s".formatted(argument, image)));
            }
        });
        run(command, Map.of("DOCKER_BUILDKIT", "0"), BUILD_WITHIN);
    }

    /** The command of Compose: the one of its own, or the engine's. */
    static List<String> compose() throws IOException, InterruptedException {
        try {
            if (CommandLines.runProcess(List.of("docker-compose", "version"), Map.of(), ANSWER_WITHIN)
                            .status()
                    == 0) {
                return List.of("docker-compose");
            }
        } catch (IOException notInstalled) {
            // then it is the engine's
        }
        return List.of("docker", "compose");
    }

    /**
     * Runs a command to its end.
     *
     * @return what it printed to its standard output
     * @throws IllegalStateException if it fails or takes longer
     */
    static String run(List<String> command, Map<String, String> environment, Duration within)
            throws IOException, InterruptedException {
        CommandLines.Ran ran = CommandLines.runProcess(command, environment, within);
        if (ran.status() != 0) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(command, ran.status(), ran.err()));
        }
        return ran.out();
    }
}
