package io.jellybean.cli.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an API server would say of a manifest, from the classes of its API. */
final class KubernetesApi {

    private static final Map<String, Type> TYPE_BY_NAME = Map.of(
            "v1 Namespace", new Type(V1Namespace.class, V1Namespace::validateJsonElement),
            "v1 ServiceAccount", new Type(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement),
            "v1 Service", new Type(V1Service.class, V1Service::validateJsonElement),
            "v1 PersistentVolumeClaim",
                    new Type(V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement),
            "apps/v1 Deployment", new Type(V1Deployment.class, V1Deployment::validateJsonElement),
            "apps/v1 StatefulSet", new Type(V1StatefulSet.class, V1StatefulSet::validateJsonElement),
            "policy/v1 PodDisruptionBudget",
                    new Type(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
            "networking.k8s.io/v1 NetworkPolicy", new Type(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement),
            "rbac.authorization.k8s.io/v1 Role", new Type(V1Role.class, V1Role::validateJsonElement),
            "rbac.authorization.k8s.io/v1 RoleBinding",
                    new Type(V1RoleBinding.class, V1RoleBinding::validateJsonElement));

    private KubernetesApi() {}

    /** Throws if a field is unknown or a required one is missing. */
    private interface Check {
        void accept(JsonElement document) throws IOException;
    }

    private record Type(Class<?> type, Check check) {}

    /** What is wrong with it; empty if nothing is. */
    static List<String> problems(JsonNode manifest) {
        String name = "%s %s"
                .formatted(
                        manifest.path("apiVersion").asText(),
                        manifest.path("kind").asText());
        Type type = TYPE_BY_NAME.get(name);
        if (type == null) {
            return List.of("there is no " + name);
        }
        JsonElement given = JsonParser.parseString(manifest.toString());
        try {
            type.check().accept(given);
            JsonElement taken = JSON.getGson().toJsonTree(JSON.getGson().fromJson(given, type.type()));
            return differences(given, taken, name);
        } catch (IOException | IllegalArgumentException | JsonParseException | ClassCastException refused) {
            return List.of("%s: %s".formatted(name, refused.getMessage()));
        }
    }

    /** The classes take "2" for 2 and 2 for "2", which no API server does; read and written again, it is of the other type. */
    private static List<String> differences(JsonElement given, JsonElement taken, String path) {
        List<String> differences = new ArrayList<>();
        if (given.isJsonObject() && taken.isJsonObject()) {
            Set<String> fields = new TreeSet<>(given.getAsJsonObject().keySet());
            for (String field : fields) {
                String below = path + "." + field;
                Optional.ofNullable(taken.getAsJsonObject().get(field))
                        .ifPresentOrElse(
                                value -> differences.addAll(
                                        differences(given.getAsJsonObject().get(field), value, below)),
                                () -> differences.add(below + " is dropped"));
            }
        } else if (given.isJsonArray() && taken.isJsonArray()) {
            for (int at = 0; at < given.getAsJsonArray().size(); at++) {
                differences.addAll(differences(
                        given.getAsJsonArray().get(at), taken.getAsJsonArray().get(at), "%s[%d]".formatted(path, at)));
            }
        } else if (!kind(given).equals(kind(taken))) {
            differences.add("%s is %s, but must be %s".formatted(path, kind(given), kind(taken)));
        }
        return differences;
    }

    private static String kind(JsonElement value) {
        if (!value.isJsonPrimitive()) {
            return value.isJsonNull() ? "null" : value.isJsonArray() ? "an array" : "an object";
        }
        return value.getAsJsonPrimitive().isString()
                ? "a string"
                : value.getAsJsonPrimitive().isNumber() ? "a number" : "true or false";
    }
}
