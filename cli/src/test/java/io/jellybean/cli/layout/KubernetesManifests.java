package io.jellybean.cli.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The manifests of a folder, and what they name each other by.
 *
 * @param kustomization the file that lists the others
 * @param all one for each YAML document
 */
record KubernetesManifests(JsonNode kustomization, List<JsonNode> all) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static KubernetesManifests read(Path folder) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String file : files(folder)) {
            try (MappingIterator<JsonNode> read = YAML.readerFor(JsonNode.class)
                    .readValues(folder.resolve(file).toFile())) {
                documents.addAll(read.readAll());
            }
        }
        return new KubernetesManifests(
                YAML.readTree(folder.resolve("kustomization.yaml").toFile()), documents);
    }

    /** The names of the files, without the one that lists them. */
    static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("kustomization.yaml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    List<JsonNode> of(String kind) {
        return all.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    Set<String> names(String kind) {
        return of(kind).stream().map(KubernetesManifests::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What starts pods. */
    List<JsonNode> workloads() {
        return Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> of(kind).stream())
                .toList();
    }

    /** The templates of the pods that have these labels; none needed: all. */
    List<JsonNode> pods(JsonNode labels) {
        Map<String, String> needed = texts(labels);
        return workloads().stream()
                .map(workload -> workload.at("/spec/template"))
                .filter(pod -> texts(pod.at("/metadata/labels")).entrySet().containsAll(needed.entrySet()))
                .toList();
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static Stream<JsonNode> containers(JsonNode pod) {
        return each(pod.at("/spec/containers")).stream();
    }

    /** The ports of a pod, each by its name and by its number. */
    static Set<String> ports(JsonNode pod) {
        return containers(pod)
                .flatMap(container -> each(container.path("ports")).stream())
                .flatMap(port -> Stream.of(
                        port.path("name").asText(), port.path("containerPort").asText()))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText()));
    }
}
