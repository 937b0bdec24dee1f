package io.jellybean.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands: those of {@code jellybean} within this JVM, others in a process of their own. */
public final class CommandLines {

    private CommandLines() {}

    /** What a command returned and printed. */
    public record Ran(int status, String out, String err) {}

    /** Runs a command of {@code jellybean}. */
    public static Ran run(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream newOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream newErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(newOut);
            System.setErr(newErr);
            int status = JellyBean.commandLine()
                    .setErr(new PrintWriter(newErr, true, StandardCharsets.UTF_8))
                    .execute(arguments);
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    /**
     * Runs a command in a process.
     *
     * @param environment added to that of this process
     * @throws IllegalStateException if it takes longer
     */
    public static Ran runProcess(List<String> command, Map<String, String> environment, Duration within)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("jellybean-", ".out");
        Path err = Files.createTempFile("jellybean-", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(
                            "%s did not end within %s: %s".formatted(command, within, Files.readString(err)));
                }
            } finally {
                process.destroyForcibly();
            }
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
