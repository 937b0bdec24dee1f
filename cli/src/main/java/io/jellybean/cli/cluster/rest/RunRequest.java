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
 * @param savepointPath where the state comes from; null starts empty
 * @param allowNonRestoredState whether state that no vertex claims may be dropped
 */
public record RunRequest(
        String entryClass, List<String> arguments, @Nullable String savepointPath, boolean allowNonRestoredState) {

    public RunRequest {
        arguments = List.copyOf(arguments);
    }

    /** A start with empty state. */
    public static RunRequest fresh(String entryClass, List<String> arguments) {
        return new RunRequest(entryClass, arguments, null, false);
    }

    /** The same from a savepoint, or from a retained checkpoint, which are left as they are. */
    public RunRequest fromSavepoint(String path, boolean mayDropState) {
        return new RunRequest(entryClass, arguments, path, mayDropState);
    }

    /** Flink's names; the state's files stay ours (NO_CLAIM), so that a failed start can be taken back. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("entryClass", entryClass);
        body.put("programArgsList", arguments);
        if (savepointPath != null) {
            body.put("savepointPath", savepointPath);
            body.put("allowNonRestoredState", allowNonRestoredState);
            body.put("claimMode", "NO_CLAIM");
        }
        return body;
    }
}
