package io.jellybean.cli.deploy;

import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code jellybean cluster down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {"Ends the cluster and all its processes. Logs, checkpoints and savepoints stay.", ""},
        footer = {"", "Exit status: 0 no cluster stands any more."})
final class ClusterDownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    @Override
    public Integer call() throws InterruptedException {
        Optional<StandingCluster> standing = StandingCluster.in(folder.path());
        if (standing.isEmpty()) {
            System.out.println("No cluster of %s stands".formatted(folder.path()));
            return ExitCode.OK;
        }
        try (Step step = Terminal.ofStandardError().step("Ending the cluster")) {
            standing.get().end(PATIENCE);
            StandingCluster.remove(folder.path());
            step.done("ended");
        }
        return ExitCode.OK;
    }
}
