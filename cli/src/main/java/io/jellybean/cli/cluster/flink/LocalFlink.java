package io.jellybean.cli.cluster.flink;

import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.cluster.process.ChildProcesses;
import io.jellybean.cli.cluster.process.FreePorts;
import io.jellybean.cli.cluster.process.HeldPort;
import io.jellybean.cli.cluster.process.PackagedFiles;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.jobs.security.SecurityFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One JobManager and its TaskManagers on 127.0.0.1. They end, and their files go, with the {@link ChildProcesses} they
 * were started in. Thread-safe.
 */
public final class LocalFlink {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final ChildProcesses children;
    private final FlinkCommands commands;
    private volatile ChildProcess jobManager;
    private final Map<String, ChildProcess> taskManagerById = new ConcurrentHashMap<>();
    private final FlinkRest rest;
    private final Path state;

    private LocalFlink(
            ChildProcesses children, FlinkCommands commands, ChildProcess jobManager, FlinkRest rest, Path state) {
        this.children = children;
        this.commands = commands;
        this.jobManager = jobManager;
        this.rest = rest;
        this.state = state;
    }

    /**
     * Starts the JobManager; does not wait until it answers.
     *
     * @param restPort of the REST interface and web page, or 0 for any free port
     */
    public static LocalFlink start(ChildProcesses children, FlinkJars jars, int restPort) {
        return start(children, jars, restPort, children.directory().folder("flink"));
    }

    /**
     * The same with checkpoints and savepoints that stay.
     *
     * @param state the folder that they are kept in
     */
    public static LocalFlink start(ChildProcesses children, FlinkJars jars, int restPort, Path state) {
        Path folder = children.directory().folder("flink");
        try (HeldPort heldRestPort = FreePorts.fixedOrAny(restPort, "Flink's REST interface");
                HeldPort rpcPort = FreePorts.any()) {
            FlinkConfiguration configuration =
                    new FlinkConfiguration(rpcPort.number(), heldRestPort.number(), folder, state.toUri());
            FlinkJars ownJars = jars.withRuntimeIn(folder.resolve("runtime"));
            Map<String, String> security = SecurityFolder.ofThisProcess().flink();
            Map<String, String> options = configuration.options();
            options.putAll(security);
            options.put(FlinkJars.RUNTIME_OPTION, ownJars.runtimeSha256());
            ConfigurationFile.write(folder, options);
            Path logging = PackagedFiles.copy(LocalFlink.class, "flink-log4j2.properties", folder);
            FlinkCommands commands = new FlinkCommands(ownJars, folder, logging, children.directory());
            rpcPort.release();
            String scheme = Boolean.parseBoolean(security.get("security.ssl.rest.enabled")) ? "https" : "http";
            FlinkRest rest = new FlinkRest(URI.create("%s://127.0.0.1:%d".formatted(scheme, heldRestPort.release())));
            return new LocalFlink(children, commands, children.start(commands.jobManager()), rest, state);
        }
    }

    /** Starts a worker, or again one that was killed; does not wait until it has registered. */
    public ChildProcess startTaskManager(TaskManagerSpec spec) {
        ChildProcess process = children.start(commands.taskManager(spec));
        taskManagerById.put(spec.resourceId(), process);
        return process;
    }

    /** Ends a worker as a power cut would. */
    public void killTaskManager(String resourceId) throws InterruptedException {
        ChildProcess process = taskManagerById.remove(resourceId);
        if (process == null) {
            throw new IllegalArgumentException("TaskManager %s is not running here; running are %s"
                    .formatted(resourceId, taskManagerById.keySet()));
        }
        process.kill();
    }

    /** Ends the JobManager as a power cut would, and starts it again: it remembers no job. */
    public void restartJobManager() throws InterruptedException {
        jobManager.kill();
        jobManager = children.start(commands.jobManager());
    }

    /** Waits until every TaskManager that was started has registered. */
    public void awaitReady() throws InterruptedException {
        jobManager.awaitReady(rest::answers, START_TIMEOUT);
        for (Map.Entry<String, ChildProcess> each : taskManagerById.entrySet()) {
            each.getValue().awaitReady(() -> isRegistered(each.getKey()), START_TIMEOUT);
        }
    }

    public FlinkRest rest() {
        return rest;
    }

    /** Where Flink keeps savepoints if a request names no other directory, as a {@code file:} address. */
    public URI savepointDirectory() {
        return state.resolve("savepoints").toUri();
    }

    public ChildProcess jobManager() {
        return jobManager;
    }

    /** The running TaskManagers by their resource id. */
    public Map<String, ChildProcess> taskManagers() {
        return Map.copyOf(taskManagerById);
    }

    private boolean isRegistered(String resourceId) {
        children.throwIfOneFailed();
        return rest.taskManagers().stream()
                .anyMatch(taskManager -> taskManager.id().equals(resourceId));
    }
}
