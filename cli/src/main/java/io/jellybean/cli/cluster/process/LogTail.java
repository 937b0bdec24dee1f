package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log file, read for the line that tells most about a death. */
public final class LogTail {

    /** Enough for some hundred lines, little enough to read at once. */
    private static final int TAIL_BYTES = 64 * 1024;

    private static final Pattern NOISE = Pattern.compile("\\s*|\\s+at .*|\\s*\\.\\.\\. \\d+ more");
    private static final Pattern PROBLEM =
            Pattern.compile("(?!.*\\b(INFO|DEBUG)\\b).*(\\bERROR\\b|\\bFATAL\\b|Exception\\b|Error\\b).*");

    private LogTail() {}

    /** The last line that names a problem, else the last line that is no stack frame, else "(the log is empty)". */
    public static String lastMeaningfulLine(Path log) {
        List<String> lines =
                tail(log).lines().filter(line -> !NOISE.matcher(line).matches()).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (PROBLEM.matcher(lines.get(i)).matches()) {
                return lines.get(i).strip();
            }
        }
        return lines.isEmpty()
                ? "(the log is empty)"
                : lines.get(lines.size() - 1).strip();
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "(the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
