package io.jellybean.cli.cluster.flink;

import io.jellybean.cli.cluster.process.JvmCommand;
import io.jellybean.cli.cluster.process.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The command lines of Flink's processes.
 *
 * @param configurationFolder holds {@code config.yaml}
 */
record FlinkCommands(FlinkJars jars, Path configurationFolder, Path loggingFile, RunDirectory directory) {

    private static final List<String> OPENED_PACKAGES = List.of(
            "java.lang",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "sun.nio.ch");

    /** One compiler: the second takes minutes of CPU time for code that does little but wait and copy. */
    static final String QUICKLY_COMPILED = "-XX:TieredStopAtLevel=1";

    /** Flink's two actor systems wake up for their timers a hundred times a second otherwise. */
    private static final String SELDOM_AWAKE = "-Dpekko.scheduler.tick-duration=50ms";

    JvmCommand jobManager() {
        String name = "jobmanager";
        return new JvmCommand(
                name,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                jars.classPath(),
                withLog(name, jobManagerJvmOptions()),
                configuration(Map.of()));
    }

    JvmCommand taskManager(TaskManagerSpec spec) {
        String name = "taskmanager-" + spec.resourceId();
        return new JvmCommand(
                name,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                jars.classPath(),
                withLog(name, taskManagerJvmOptions(spec)),
                configuration(options(spec)));
    }

    /** Of the JVM of a JobManager, wherever it runs. */
    static List<String> jobManagerJvmOptions() {
        return jvmOptions(List.of("-Xms64m", "-Xmx320m", "-XX:MaxMetaspaceSize=192m", QUICKLY_COMPILED));
    }

    /** Of the JVM of this TaskManager, wherever it runs. */
    static List<String> taskManagerJvmOptions(TaskManagerSpec spec) {
        List<String> options = new ArrayList<>(TaskManagerMemory.jvmOptions(spec.memory()));
        if (!spec.computes()) {
            options.add(QUICKLY_COMPILED);
        }
        return jvmOptions(options);
    }

    /** What makes a TaskManager this worker. */
    static Map<String, String> options(TaskManagerSpec spec) {
        Map<String, String> options = new LinkedHashMap<>(TaskManagerMemory.options(spec.memory()));
        options.put("taskmanager.resource-id", spec.resourceId());
        options.put("taskmanager.numberOfTaskSlots", String.valueOf(spec.slots()));
        options.put("taskmanager.cpu.cores", String.valueOf(spec.cpuCores()));
        if (!spec.externalResources().isEmpty()) {
            options.put(
                    "external-resources",
                    String.join(";", new TreeSet<>(spec.externalResources().keySet())));
        }
        spec.externalResources()
                .forEach((name, amount) ->
                        options.put("external-resource.%s.amount".formatted(name), String.valueOf(amount)));
        return options;
    }

    private static List<String> jvmOptions(List<String> memoryOptions) {
        List<String> options = new ArrayList<>(memoryOptions);
        options.add("-XX:+UseSerialGC");
        options.add("-Xshare:auto");
        options.add("-XX:ReservedCodeCacheSize=64m");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add(SELDOM_AWAKE);
        OPENED_PACKAGES.forEach(opened -> options.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(opened)));
        return options;
    }

    private List<String> withLog(String name, List<String> jvmOptions) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-Dlog4j2.configurationFile=" + loggingFile);
        // Flink's web page shows this file.
        options.add("-Dlog.file=" + directory.log(name));
        return options;
    }

    private List<String> configuration(Map<String, String> options) {
        List<String> arguments = new ArrayList<>(List.of("--configDir", configurationFolder.toString()));
        options.forEach((key, value) -> arguments.add("-D%s=%s".formatted(key, value)));
        return arguments;
    }
}
