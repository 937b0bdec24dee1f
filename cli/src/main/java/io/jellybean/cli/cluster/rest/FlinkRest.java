package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A Flink session cluster, seen through its REST interface. Every call has a time-out; every failure is a
 * {@link FlinkRestException} with one readable line. Thread-safe.
 */
public final class FlinkRest {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    /** The job's main method runs within this call. */
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(2);

    private final URI base;
    private final HttpJson http;

    /** @param base such as {@code http://127.0.0.1:8081} */
    public FlinkRest(URI base) {
        this.base = base;
        this.http = new HttpJson(base);
    }

    /** The address of the REST interface, which is that of Flink's web page, too. */
    public URI address() {
        return base;
    }

    /** True as soon as the JobManager leads: before, it answers that it is busy. */
    public boolean answers() {
        try {
            overview();
            return true;
        } catch (FlinkRestException notYet) {
            return false;
        }
    }

    public ClusterOverview overview() {
        return http.as(ClusterOverview.class, get("/overview"));
    }

    /** All registered TaskManagers, with what they offer in all and what of it is free. */
    public List<TaskManager> taskManagers() {
        return list(TaskManager.class, get("/taskmanagers").path("taskmanagers"));
    }

    /** The slots of a TaskManager that are taken, each with what it took. */
    public List<TakenSlot> takenSlots(String taskManagerId) {
        return list(TakenSlot.class, get("/taskmanagers/" + taskManagerId).path("allocatedSlots"));
    }

    /** The settings that the JobManager runs with. */
    public Map<String, String> configuration() {
        return Settings.byKey(get("/jobmanager/config"));
    }

    /** Tells this process of a JobManager from one that was started in its place: the folder of its web page has a new name each time. */
    public String jobManagerProcess() {
        return configuration().getOrDefault("web.tmpdir", "");
    }

    /**
     * Uploads a jar, streamed from the file.
     *
     * @return the jar's id, for {@link #run}
     */
    public String uploadJar(Path jar) {
        return JarUpload.send(http, jar);
    }

    /** Removes an uploaded jar; jobs that run from it are not touched. */
    public void deleteJar(String jarId) {
        http.delete("/jars/" + jarId, CALL_TIMEOUT);
    }

    /**
     * Runs an uploaded jar's main class on the JobManager.
     *
     * @return the job's id
     */
    public String run(String jarId, RunRequest request) {
        return http.post("/jars/%s/run".formatted(jarId), request.body(), RUN_TIMEOUT)
                .path("jobid")
                .asText();
    }

    public Job job(String jobId) {
        return http.as(Job.class, get("/jobs/" + jobId));
    }

    /** The job, unless the JobManager does not know it, or no longer. */
    public Optional<Job> jobIfKnown(String jobId) {
        try {
            return Optional.of(job(jobId));
        } catch (FlinkRestException failed) {
            if (failed.isNotFound()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** What the job's main method declared as its parameters. */
    public Map<String, String> parameters(String jobId) {
        return Settings.byName(get("/jobs/%s/config".formatted(jobId)).at("/execution-config/user-config"));
    }

    /** All jobs that the JobManager remembers, running or not. */
    public List<JobSummary> jobs() {
        return list(JobSummary.class, get("/jobs/overview").path("jobs"));
    }

    /** Where each subtask of a vertex runs. */
    public List<Subtask> subtasks(String jobId, String vertexId) {
        return list(
                Subtask.class,
                get("/jobs/%s/vertices/%s".formatted(jobId, vertexId)).path("subtasks"));
    }

    /** The newest failure of a job, if it had one. */
    public Optional<JobFailure> failure(String jobId) {
        JsonNode newest =
                get("/jobs/%s/exceptions?maxExceptions=1".formatted(jobId)).at("/exceptionHistory/entries/0");
        return newest.isMissingNode() ? Optional.empty() : Optional.of(JobFailure.from(newest));
    }

    /** Where the newest completed checkpoint of a job lies, a savepoint included, if there is one. */
    public Optional<String> newestCheckpoint(String jobId) {
        return Checkpoints.newest(get("/jobs/%s/checkpoints".formatted(jobId)));
    }

    /** How large the newest checkpoint of a job was and how long it took, if one has completed. */
    public Optional<CompletedCheckpoint> newestCompleted(String jobId) {
        JsonNode completed = get("/jobs/%s/checkpoints".formatted(jobId)).at("/latest/completed");
        return completed.isObject() ? Optional.of(http.as(CompletedCheckpoint.class, completed)) : Optional.empty();
    }

    /** Where the state lies that the job was started from or restored last, if it was. */
    public Optional<String> restoredCheckpoint(String jobId) {
        return Checkpoints.restored(get("/jobs/%s/checkpoints".formatted(jobId)));
    }

    /** Starts to cancel the job; does not wait until it is. */
    public void cancel(String jobId) {
        http.patch("/jobs/%s?mode=cancel".formatted(jobId), CALL_TIMEOUT);
    }

    /**
     * Stops the job with a savepoint and waits until that is written.
     *
     * @param requestId 32 hexadecimal digits; asking again under the same waits for the same savepoint
     * @return where the savepoint lies, for {@link RunRequest#fromSavepoint}
     */
    public String stopWithSavepoint(String jobId, String requestId, String directory, Duration timeout)
            throws InterruptedException {
        return new Savepoint(http, jobId).stop(requestId, directory, timeout);
    }

    /** Asks for a checkpoint now, with which what was written until then is committed; does not wait for it. */
    public void triggerCheckpoint(String jobId) {
        http.post("/jobs/%s/checkpoints".formatted(jobId), Map.of("checkpointType", "CONFIGURED"), CALL_TIMEOUT);
    }

    /** Removes the files of a savepoint or a retained checkpoint; does not wait until they are gone. */
    public void disposeSavepoint(String path) {
        http.post("/savepoint-disposal", Map.of("savepoint-path", path), CALL_TIMEOUT);
    }

    public Metrics metrics() {
        return new Metrics(http);
    }

    private JsonNode get(String path) {
        return http.get(path, CALL_TIMEOUT);
    }

    private <T> List<T> list(Class<T> type, JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> http.as(type, each))
                .toList();
    }
}
