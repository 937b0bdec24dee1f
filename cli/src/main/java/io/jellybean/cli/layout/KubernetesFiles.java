package io.jellybean.cli.layout;

import io.jellybean.domain.infrastructure.Infrastructure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifests of an infrastructure: what is there once, and a StatefulSet for each kind of worker. */
final class KubernetesFiles {

    /** Until an overlay names another. */
    private static final String NAMESPACE = "jellybean";

    private final Infrastructure infrastructure;
    private final StateVolume state;

    KubernetesFiles(Infrastructure infrastructure, StateVolume state) {
        this.infrastructure = infrastructure;
        this.state = state;
    }

    /** By the name of the file. */
    Map<String, String> textByFile() {
        Map<String, String> manifests = new LinkedHashMap<>();
        Map<String, ?> values = Map.of(
                "namespace", NAMESPACE,
                "stateMount", state.mount(),
                "stateVolume", state.volume());
        Stream.of("namespace", "access", "network", "jobmanager")
                .forEach(name -> manifests.put(name + ".yaml", filled(name, values)));
        if (state.claimed()) {
            manifests.put("state.yaml", filled("state", Map.of()));
        }
        Collection<PlannedWorker> kinds = PlannedCluster.kinds(infrastructure);
        kinds.forEach(worker -> manifests.put(worker.group() + ".yaml", workers(worker)));

        Map<String, String> files = new LinkedHashMap<>(manifests);
        files.put("kustomization.yaml", kustomization(manifests.keySet(), kinds));
        return files;
    }

    private String workers(PlannedWorker worker) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", worker.group());
        values.put("kind", worker.kind());
        values.put("replicas", countByKind().get(worker.kind()));
        values.put("nodes", nodes(worker));
        values.put("cores", worker.cores());
        values.put("memoryBytes", worker.spec().memoryBytes());
        values.put("stateMount", state.mount());
        values.put("stateVolume", state.volume());
        return filled("taskmanager", values);
    }

    private Map<String, Long> countByKind() {
        return PlannedCluster.workers(infrastructure).stream()
                .collect(Collectors.groupingBy(PlannedWorker::kind, Collectors.counting()));
    }

    /** An ingest host may stand on any node of its tier. */
    private static String nodes(PlannedWorker worker) {
        String tier = "jellybean.io/tier: \"%s\"".formatted(worker.tier());
        return worker.type() == null ? tier : "%s, jellybean.io/type: \"%s\"".formatted(tier, worker.type());
    }

    private String kustomization(Collection<String> manifests, Collection<PlannedWorker> kinds) {
        List<String> configMaps = Stream.concat(
                        Stream.of("jobmanager"), kinds.stream().map(PlannedWorker::group))
                .toList();
        return filled(
                "kustomization",
                Map.of(
                        "infrastructure", infrastructure.id(),
                        "namespace", NAMESPACE,
                        "state", state.comment(),
                        "resources", lines(manifests, "  - %s"::formatted),
                        "configMaps", lines(configMaps, KubernetesFiles::configMap)));
    }

    private static String configMap(String name) {
        return """
                  - name: %1$s
                    files: [%1$s/config.yaml, %1$s/jvm.options]""".indent(2).stripTrailing().formatted(name);
    }

    private static String lines(Collection<String> values, Function<String, String> line) {
        return values.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String filled(String template, Map<String, ?> values) {
        return Template.read("kubernetes/%s.yaml".formatted(template)).with(values);
    }
}
