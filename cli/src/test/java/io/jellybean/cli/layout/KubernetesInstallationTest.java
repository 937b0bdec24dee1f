package io.jellybean.cli.layout;

import static io.jellybean.cli.layout.KubernetesManifests.each;
import static io.jellybean.cli.layout.KubernetesManifests.name;
import static io.jellybean.cli.layout.KubernetesManifests.ports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a manifest names is there. */
final class KubernetesInstallationTest {

    private static final URI FOLDER = URI.create("file:///srv/state");

    /** Who talks to the JobManager from a pod of their own; no manifest starts one. */
    private static final String CONTROLLER = "controller";

    private final Path folder;
    private final KubernetesManifests manifests;

    KubernetesInstallationTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Installation.kubernetes().write(street(), FOLDER, folder);
        this.manifests = KubernetesManifests.read(folder);
    }

    private static Infrastructure street() {
        return new Infrastructure(
                "street",
                List.of("edge", "5g"),
                List.of(
                        new WorkerGroup("edge", "box", 3, 0.1, 1, 700_000_000),
                        new WorkerGroup("5g", "1", 1, 0.1, 2, 1_400_000_000)),
                List.of(),
                List.of(new IngestHost("edge", 1, 0.1, 700_000_000)));
    }

    @Test
    void theApiTakesEachDocument() {
        assertThat(manifests.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        manifest -> assertThat(KubernetesApi.problems(manifest)).isEmpty());
    }

    @Test
    void eachKindOfWorkerIsAStatefulSet() {
        assertThat(manifests.of("StatefulSet"))
                .extracting(
                        set -> name(set),
                        set -> set.at("/spec/replicas").asInt(),
                        set -> set.at("/spec/template/spec/nodeSelector").toString(),
                        set -> set.at("/spec/template/spec/containers/0/resources/requests")
                                .toString())
                .containsExactlyInAnyOrder(
                        tuple(
                                "taskmanager-edge-box",
                                3,
                                "{\"jellybean.io/tier\":\"edge\",\"jellybean.io/type\":\"box\"}",
                                "{\"cpu\":\"1\",\"memory\":\"700000000\"}"),
                        tuple(
                                "taskmanager-5g-1",
                                1,
                                "{\"jellybean.io/tier\":\"5g\",\"jellybean.io/type\":\"1\"}",
                                "{\"cpu\":\"2\",\"memory\":\"1400000000\"}"),
                        tuple(
                                "taskmanager-ingest-edge",
                                1,
                                "{\"jellybean.io/tier\":\"edge\"}",
                                "{\"cpu\":\"1\",\"memory\":\"700000000\"}"));
        assertThat(manifests.names("PodDisruptionBudget")).isEqualTo(manifests.names("StatefulSet"));
    }

    @Test
    void selectorsFindTheirPods() {
        for (JsonNode workload : manifests.workloads()) {
            assertThat(manifests.pods(workload.at("/spec/selector/matchLabels")))
                    .as(name(workload))
                    .containsExactly(workload.at("/spec/template"));
        }
        for (JsonNode budget : manifests.of("PodDisruptionBudget")) {
            assertThat(manifests.pods(budget.at("/spec/selector/matchLabels")))
                    .as(name(budget))
                    .hasSize(1);
        }
        assertThat(manifests.of("StatefulSet"))
                .allSatisfy(set -> assertThat(manifests.names("Service"))
                        .contains(set.at("/spec/serviceName").asText()));
    }

    @Test
    void servicesLeadToPortsThatPodsHave() {
        for (JsonNode service : manifests.of("Service")) {
            assertThat(manifests.pods(service.at("/spec/selector")))
                    .as(name(service))
                    .hasSize(1)
                    .allSatisfy(pod -> assertThat(ports(pod))
                            .containsAll(each(service.at("/spec/ports")).stream()
                                    .map(port -> port.path("targetPort").asText())
                                    .toList()));
        }
    }

    @Test
    void policiesNamePodsAndPortsThatAreThere() {
        for (JsonNode policy : manifests.of("NetworkPolicy")) {
            List<JsonNode> pods = manifests.pods(policy.at("/spec/podSelector/matchLabels"));
            assertThat(pods).as(name(policy)).isNotEmpty();
            for (JsonNode rule : each(policy.at("/spec/ingress"))) {
                assertThat(pods)
                        .allSatisfy(pod -> assertThat(ports(pod))
                                .containsAll(each(rule.path("ports")).stream()
                                        .map(port -> port.path("port").asText())
                                        .toList()));
                assertThat(each(rule.path("from")))
                        .isNotEmpty()
                        .allSatisfy(from -> assertThat(from.toString().contains(CONTROLLER)
                                        || !manifests
                                                .pods(from.at("/podSelector/matchLabels"))
                                                .isEmpty())
                                .isTrue());
            }
        }
    }

    @Test
    void probesAskPortsThatPodsHave() {
        for (JsonNode workload : manifests.workloads()) {
            JsonNode pod = workload.at("/spec/template");
            assertThat(pod.findValues("port"))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(port -> assertThat(ports(pod)).contains(port.asText()));
        }
    }

    /** The numbers stand in the manifests and, for Flink, in its configuration. */
    @Test
    void flinkListensOnThePortsOfItsPods() throws IOException {
        for (JsonNode workload : manifests.workloads()) {
            String configuration =
                    Files.readString(folder.resolve(name(workload)).resolve("config.yaml"));
            assertThat(ports(workload.at("/spec/template")))
                    .filteredOn(port -> port.matches("\\d+"))
                    .allSatisfy(port -> assertThat(configuration).contains("'" + port + "'"));
        }
    }

    @Test
    void eachConfigMapIsMadeOfFilesThatAreThere() {
        Set<String> made = new TreeSet<>();
        for (JsonNode configMap : each(manifests.kustomization().path("configMapGenerator"))) {
            made.add(configMap.path("name").asText());
            assertThat(each(configMap.path("files")))
                    .hasSize(2)
                    .allSatisfy(
                            file -> assertThat(folder.resolve(file.asText())).isRegularFile());
        }
        Set<String> mounted = manifests.workloads().stream()
                .flatMap(workload -> workload.findValues("configMap").stream())
                .map(configMap -> configMap.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).isEqualTo(mounted);
    }

    @Test
    void eachVolumeIsThereAndUsed() {
        for (JsonNode workload : manifests.workloads()) {
            JsonNode pod = workload.at("/spec/template/spec");
            assertThat(each(pod.at("/containers/0/volumeMounts")))
                    .extracting(mount -> mount.path("name").asText())
                    .containsExactlyElementsOf(each(pod.path("volumes")).stream()
                            .map(volume -> volume.path("name").asText())
                            .toList());
            assertThat(pod.findValue("claimName").asText()).isEqualTo("jellybean-state");
            assertThat(pod.findValuesAsText("mountPath")).contains("/srv/state");
        }
        assertThat(manifests.names("PersistentVolumeClaim")).containsExactly("jellybean-state");
    }

    @Test
    void accountsAndRolesAreThere() {
        assertThat(manifests.workloads())
                .allSatisfy(workload -> assertThat(manifests.names("ServiceAccount"))
                        .contains(workload.at("/spec/template/spec/serviceAccountName")
                                .asText()));
        assertThat(manifests.of("RoleBinding")).hasSize(2).allSatisfy(binding -> {
            assertThat(manifests.names("Role"))
                    .contains(binding.at("/roleRef/name").asText());
            assertThat(manifests.names("ServiceAccount"))
                    .contains(binding.at("/subjects/0/name").asText());
        });
    }

    @Test
    void theKustomizationListsEachFileAndTheImage() throws IOException {
        assertThat(each(manifests.kustomization().path("resources")))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(KubernetesManifests.files(folder));
        assertThat(manifests.workloads())
                .flatMap(workload -> KubernetesManifests.containers(workload.at("/spec/template"))
                        .map(container -> container.path("image").asText())
                        .toList())
                .containsOnly(manifests.kustomization().at("/images/0/name").asText());
    }

    @Test
    void namesAreSuchThatKubernetesTakesThem() {
        assertThat(manifests.all())
                .allSatisfy(manifest -> assertThat(name(manifest))
                        .matches("[a-z]([-a-z0-9]*[a-z0-9])?")
                        .hasSizeLessThan(64));
    }

    @Test
    void anObjectStoreNeedsNoClaim(@TempDir Path other) throws IOException {
        Installation.kubernetes().write(street(), URI.create("s3://bucket/street"), other);

        KubernetesManifests written = KubernetesManifests.read(other);
        assertThat(written.of("PersistentVolumeClaim")).isEmpty();
        assertThat(written.all())
                .allSatisfy(manifest ->
                        assertThat(manifest.findValue("persistentVolumeClaim")).isNull());
        assertThat(written.all())
                .allSatisfy(
                        manifest -> assertThat(KubernetesApi.problems(manifest)).isEmpty());
        assertThat(Files.readString(other.resolve("jobmanager/config.yaml")))
                .contains("high-availability.storageDir: 's3://bucket/street/high-availability'");
    }

    @Test
    void namesThatKubernetesDoesNotTakeAreRefusedTogether(@TempDir Path other) {
        Infrastructure wrong = new Infrastructure(
                "street",
                List.of("edge-"),
                List.of(
                        new WorkerGroup("edge-", "box-", 1, 0.1, 1, 700_000_000),
                        new WorkerGroup("edge-", "x".repeat(60), 1, 0.1, 1, 700_000_000)),
                List.of(),
                List.of());

        assertThatThrownBy(() -> Installation.kubernetes().write(wrong, FOLDER, other))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("infrastructure street: on Kubernetes")
                .hasMessageContaining("tiers: \"edge-\"")
                .hasMessageContaining("workers: type \"box-\"")
                .hasMessageContaining("at most 52");
        assertThat(other).isEmptyDirectory();
    }
}
