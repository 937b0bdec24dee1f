package io.jellybean.cli.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against recorded answers of Flink 2.2. */
final class FlinkRestTest {

    private final HttpServer server;
    private final FlinkRest rest;
    private final Map<String, String> bodyByPath = new ConcurrentHashMap<>();

    FlinkRestTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.start();
        rest = new FlinkRest(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatATaskManagerStillOffers() {
        answer("/taskmanagers", 200, """
                {"taskmanagers": [{"id": "edge-1", "slotsNumber": 2, "freeSlots": 1,
                  "totalResource": {"cpuCores": 2.0, "taskHeapMemory": 200, "taskOffHeapMemory": 100,
                    "managedMemory": 0, "networkMemory": 48, "extendedResources": {"tier-edge": 2.0}},
                  "freeResource": {"cpuCores": 1.0, "taskHeapMemory": 100, "taskOffHeapMemory": 50,
                    "managedMemory": 0, "networkMemory": 40, "extendedResources": {"tier-edge": 1.0}},
                  "somethingNew": true}]}
                """);

        List<TaskManager> workers = rest.taskManagers();

        assertThat(workers).singleElement().satisfies(worker -> {
            assertThat(worker.id()).isEqualTo("edge-1");
            assertThat(worker.free().externalAmount("tier-edge")).isEqualTo(1.0);
            assertThat(worker.free().externalAmount("tier-cloud")).isZero();
            assertThat(worker.total().taskHeapMebibytes()).isEqualTo(200);
        });
    }

    @Test
    void sendsTheJarAsOneFilePartAndReturnsItsId(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("my job.jar"), "bytes of the jar");
        answer("/jars/upload", 200, "{\"filename\": \"/run/uploads/1234_my_job.jar\", \"status\": \"success\"}");

        String id = rest.uploadJar(jar);

        assertThat(id).isEqualTo("1234_my_job.jar");
        assertThat(bodyByPath.get("/jars/upload"))
                .contains("name=\"jarfile\"; filename=\"my_job.jar\"\r\n", "\r\n\r\nbytes of the jar\r\n--jellybean-")
                .endsWith("--\r\n");
    }

    @Test
    void runsAJarFromASavepointThatStaysOurs() {
        answer("/jars/1234_job.jar/run", 200, "{\"jobid\": \"abcd\"}");

        String jobId = rest.run(
                "1234_job.jar",
                RunRequest.fresh("example.Job", List.of("--plan", "{\"a b\"}"))
                        .as("cdef")
                        .fromSavepoint("file:/s-1"));

        assertThat(jobId).isEqualTo("abcd");
        assertThat(bodyByPath.get("/jars/1234_job.jar/run"))
                .contains(
                        "\"entryClass\":\"example.Job\"",
                        "\"programArgsList\":[\"--plan\",\"{\\\"a b\\\"}\"]",
                        "\"savepointPath\":\"file:/s-1\"",
                        "\"jobId\":\"cdef\"",
                        "\"allowNonRestoredState\":false",
                        "\"claimMode\":\"NO_CLAIM\"");
    }

    @Test
    void saysInOneLineWhatFlinkRefusedAndWhy() {
        answer(
                "/jobs/abcd",
                404,
                "{\"errors\": [\"Not found.\", \"<Exception on server side:\\norg.x.FlinkJobNotFoundException: Could not find Flink job (abcd)\\n\\tat a.B.c\\n\"]}");

        assertThatThrownBy(() -> rest.job("abcd"))
                .isInstanceOf(FlinkRestException.class)
                .hasMessage(
                        "Flink refused GET /jobs/abcd (HTTP 404): FlinkJobNotFoundException: Could not find Flink job (abcd)");
    }

    @Test
    void findsTheNewestCheckpointOrSavepoint() {
        answer("/jobs/abcd/checkpoints", 200, """
                {"latest": {"completed": {"id": 7, "external_path": "file:/c/chk-7"},
                  "savepoint": {"id": 8, "external_path": "file:/s/savepoint-8"}, "failed": null, "restored": null}}
                """);
        answer("/jobs/new/checkpoints", 200, "{\"latest\": {\"completed\": null, \"savepoint\": null}}");

        assertThat(rest.newestCheckpoint("abcd")).contains("file:/s/savepoint-8");
        assertThat(rest.newestCheckpoint("new")).isEmpty();
    }

    @Test
    void saysHowLargeTheNewestCheckpointIs() {
        answer("/jobs/abcd/checkpoints", 200, """
                {"latest": {"completed": {"id": 7, "state_size": 4321, "end_to_end_duration": 12, "status": "COMPLETED"}}}
                """);
        answer("/jobs/new/checkpoints", 200, "{\"latest\": {\"completed\": null}}");

        assertThat(rest.newestCompleted("abcd")).contains(new CompletedCheckpoint(7, 4_321, 12));
        assertThat(rest.newestCompleted("new")).isEmpty();
    }

    @Test
    void namesTheFieldThatAnAnswerLacks() {
        answer("/jobs/abcd", 200, "{\"jid\": \"abcd\", \"name\": \"counting\", \"vertices\": []}");

        assertThatThrownBy(() -> rest.job("abcd")).hasMessageContainingAll("Job", "state");
    }

    @Test
    void saysWhoDidNotAnswer() {
        server.stop(0);

        assertThat(rest.answers()).isFalse();
        assertThatThrownBy(rest::overview)
                .isInstanceOf(FlinkRestException.class)
                .hasMessageContaining("/overview");
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            bodyByPath.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
