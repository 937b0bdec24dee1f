package io.jellybean.cli.profile;

import io.jellybean.domain.profile.Machine;
import io.jellybean.operators.onnx.OnnxModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that this process runs on. */
final class ThisMachine {

    private ThisMachine() {}

    static Machine describe() {
        return new Machine(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                System.getProperty("java.version"),
                OnnxModels.runtimeVersion());
    }

    private static String cpu() {
        return firstLine(Path.of("/proc/cpuinfo"), "model name")
                .map(value -> value.substring(value.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static Stream<String> firstLine(Path file, String start) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(start))
                    .limit(1);
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }
}
