package io.jellybean.cli.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ChildProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path logs;

    ChildProcessesTest(@TempDir Path logs) {
        this.logs = logs;
    }

    @Test
    void reportsADeathDuringTheStartWithItsExitCodeLastProblemAndLog() {
        ChildProcesses children = new ChildProcesses(logs);
        try (children) {
            ChildProcess doomed = children.start(Children.command("doomed", Children.Doomed.class));

            assertThatThrownBy(() -> doomed.awaitReady(() -> false, PATIENCE))
                    .isInstanceOf(ChildFailedException.class)
                    .hasMessageContainingAll(
                            "doomed died with exit code 1",
                            "the port 9092 is taken",
                            doomed.log().toString());
        }

        assertThat(children.directory().path()).doesNotExist();
        assertThat(logs.resolve("doomed.log")).isNotEmptyFile();
    }

    @Test
    void reportsALaterDeathThatNobodyAskedFor() throws InterruptedException, ExecutionException, TimeoutException {
        ChildProcesses children = new ChildProcesses(logs);
        try (children) {
            ChildProcess patient = ready(children, Children.Patient.class);

            ProcessHandle.of(patient.pid()).orElseThrow().destroyForcibly();

            assertThat(children.whenOneFails().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContainingAll("died with exit code 137", "ready");
            assertThatThrownBy(children::throwIfOneFailed).isInstanceOf(ChildFailedException.class);
        }
    }

    @Test
    void givesUpOnAChildThatIsNotReadyInTime() throws InterruptedException {
        ChildProcesses children = new ChildProcesses(logs);
        try (children) {
            ChildProcess patient = ready(children, Children.Patient.class);

            assertThatThrownBy(() -> patient.awaitReady(() -> false, Duration.ofSeconds(1)))
                    .isInstanceOf(ChildFailedException.class)
                    .hasMessageContaining("not ready after 1 s");
        }
    }

    @Test
    void endsAllChildrenAndRemovesTheDirectoryWhenClosed() throws InterruptedException {
        ChildProcesses children = new ChildProcesses(logs);
        ChildProcess patient = ready(children, Children.Patient.class);

        children.close();

        assertThat(patient.isAlive()).isFalse();
        assertThat(children.failure()).isEmpty();
        assertThat(children.directory().path()).doesNotExist();
        assertThatThrownBy(() -> children.start(Children.command("late", Children.Patient.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("late");
    }

    @Test
    void killsAChildThatDoesNotEndWhenAsked() throws InterruptedException {
        ChildProcesses children = new ChildProcesses(logs, Duration.ofSeconds(1));
        ChildProcess stubborn = ready(children, Children.Stubborn.class);

        children.close();

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(children.directory().path()).doesNotExist();
    }

    @Test
    void leavesNoChildAndNoDirectoryWhenTheParentIsKilled() throws IOException, InterruptedException {
        ParentProcess parent = ParentProcess.start(logs);

        parent.process().destroyForcibly().waitFor();

        assertThat(parent.child().onExit()).succeedsWithin(PATIENCE);
        assertThat(parent.directory()).doesNotExist();
    }

    @Test
    void leavesNoChildAndNoDirectoryWhenTheParentIsAskedToEnd() throws IOException, InterruptedException {
        ParentProcess parent = ParentProcess.start(logs);

        parent.process().toHandle().destroy();
        parent.process().waitFor();

        assertThat(parent.child().isAlive()).isFalse();
        assertThat(parent.directory()).doesNotExist();
    }

    private static ChildProcess ready(ChildProcesses children, Class<?> mainClass) throws InterruptedException {
        ChildProcess child = children.start(Children.command("child", mainClass));
        child.awaitReady(Children.hasPrinted(child, "ready"), PATIENCE);
        return child;
    }
}
