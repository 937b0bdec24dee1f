package io.jellybean.cli.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a child JVM runs. Everything reaches it as separate arguments; no shell reads them.
 *
 * @param name names the child in messages and its log file: letters, digits, dots, dashes and underscores
 * @param mainClass the full name of a class with a {@code main} method
 * @param classPath each a folder of classes, a jar, or {@code folder/*} for all jars of a folder
 * @param jvmOptions such as {@code -Xmx256m}
 * @param arguments for the main class
 */
public record JvmCommand(
        String name, String mainClass, List<Path> classPath, List<String> jvmOptions, List<String> arguments) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public JvmCommand {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Process name: must be letters, digits, '.', '_' and '-', but was \"%s\"".formatted(name));
        }
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }
}
