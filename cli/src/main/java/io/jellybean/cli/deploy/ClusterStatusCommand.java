package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.JobSummary;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code jellybean cluster status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {"Shows the workers of the cluster, which of them are there, and the jobs that run.", ""},
        footer = {"", "Exit status: 0 all workers are there, 1 one is missing, or no cluster stands."})
final class ClusterStatusCommand implements Callable<Integer> {

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    /** A worker as it was declared, and what is there of it. */
    private record Row(TaskManagerSpec declared, @Nullable TaskManager there) {
        String state() {
            return there == null ? "missing" : "there";
        }

        String freeSlots() {
            return there == null ? "" : "%d of %d".formatted(there.freeSlots(), declared.slots());
        }
    }

    @Override
    public Integer call() {
        StandingCluster cluster = folder.cluster();
        FlinkRest flink = new FlinkRest(URI.create(cluster.flink()));
        Infrastructure infrastructure = InfrastructureFile.read(Path.of(cluster.infrastructure()));
        Map<String, TaskManager> thereById = flink.taskManagers().stream()
                .collect(Collectors.toMap(TaskManager::id, Function.identity(), (one, other) -> one, TreeMap::new));
        List<Row> rows = PlannedCluster.taskManagers(infrastructure).stream()
                .map(declared -> new Row(declared, thereById.get(declared.resourceId())))
                .toList();
        System.out.printf(
                "%s: Flink %s at %s, Kafka at %s%n",
                infrastructure.id(), flink.overview().flinkVersion(), cluster.flink(), cluster.kafka());
        System.out.println(new Table<Row>()
                .text("worker", row -> row.declared().resourceId())
                .text("", Row::state)
                .number("free slots", Row::freeSlots)
                .number("MB", row -> String.valueOf(row.declared().memoryBytes() / 1_000_000))
                .of(rows));
        List<JobSummary> running =
                flink.jobs().stream().filter(job -> !job.state().isTerminal()).toList();
        running.forEach(job -> System.out.printf("job %s: %s (%s)%n", job.name(), job.state(), job.id()));
        if (running.isEmpty()) {
            System.out.println("no job runs");
        }
        return rows.stream().allMatch(row -> row.there() != null) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
