package io.jellybean.jobs.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The checkpoints that jobs left behind which nobody remembers: a JobManager without high availability forgets its jobs when it is
 * killed, and only the folder of checkpoints tells what they committed last.
 */
public final class LeftState {

    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d+)");

    /** Is written last. */
    private static final String METADATA = "_metadata";

    private LeftState() {}

    /**
     * The newest completed checkpoint of the first of some jobs that left one.
     *
     * @param checkpoints the folder of all jobs' checkpoints, on any file system that Flink knows
     * @param jobIds the newest first
     * @return its path, as a job can be started from it
     * @throws IOException if the folder is there and cannot be read
     */
    public static Optional<String> newest(String checkpoints, List<String> jobIds) throws IOException {
        for (String jobId : jobIds) {
            Optional<String> newest = newest(new Path(checkpoints, jobId));
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> newest(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        if (!files.exists(folder)) {
            return Optional.empty();
        }
        List<Path> newestFirst = Arrays.stream(files.listStatus(folder))
                .map(FileStatus::getPath)
                .filter(path -> number(path) >= 0)
                .sorted(Comparator.comparingLong(LeftState::number).reversed())
                .toList();
        for (Path checkpoint : newestFirst) {
            if (files.exists(new Path(checkpoint, METADATA))) {
                return Optional.of(checkpoint.toString());
            }
        }
        return Optional.empty();
    }

    /** -1 if it is no checkpoint. */
    private static long number(Path path) {
        Matcher name = CHECKPOINT.matcher(path.getName());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }
}
