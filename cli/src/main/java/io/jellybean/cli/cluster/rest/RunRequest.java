package io.jellybean.cli.cluster.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run an uploaded jar.
 *
 * @param entryClass the class with the job's main method
 * @param arguments of that method
 * @param jobId 32 hexadecimal digits, under which Flink starts no second job; null: Flink chooses one
 * @param savepointPath where the state comes from; null starts empty
 */
public record RunRequest(
        String entryClass,
        List<String> arguments,
        @Nullable String jobId,
        @Nullable String savepointPath) {

    public RunRequest {
        arguments = List.copyOf(arguments);
    }

    /** A start with empty state. */
    public static RunRequest fresh(String entryClass, List<String> arguments) {
        return new RunRequest(entryClass, arguments, null, null);
    }

    /** The same under an id of the caller's choice. */
    public RunRequest as(String id) {
        return new RunRequest(entryClass, arguments, id, savepointPath);
    }

    /** The same from a savepoint, or from a retained checkpoint, which are left as they are. */
    public RunRequest fromSavepoint(String path) {
        return new RunRequest(entryClass, arguments, jobId, path);
    }

    /** Flink's names; the state's files stay ours (NO_CLAIM), so that a failed start can be taken back, and none of it is dropped. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("entryClass", entryClass);
        body.put("programArgsList", arguments);
        if (jobId != null) {
            body.put("jobId", jobId);
        }
        if (savepointPath != null) {
            body.put("savepointPath", savepointPath);
            body.put("allowNonRestoredState", false);
            body.put("claimMode", "NO_CLAIM");
        }
        return body;
    }
}
