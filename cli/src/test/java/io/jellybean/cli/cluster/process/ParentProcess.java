package io.jellybean.cli.cluster.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that has a child ({@link Children.Parent}), so that its end can be tested. */
record ParentProcess(Process process, ProcessHandle child, Path directory) {

    static ParentProcess start(Path logs) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        Children.bothClassPaths(),
                        Children.Parent.class.getName(),
                        logs.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(reader.readLine());
        int space = line.indexOf(' ');
        return new ParentProcess(
                process,
                ProcessHandle.of(Long.parseLong(line.substring(0, space))).orElseThrow(),
                Path.of(line.substring(space + 1)));
    }
}
