package io.jellybean.cli.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

/** A check that finds nothing is worth nothing. */
final class KubernetesApiTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: jobmanager}
            spec:
              replicas: 1
              selector: {matchLabels: {app: flink}}
              template:
                metadata: {labels: {app: flink}}
                spec:
                  containers:
                    - name: jobmanager
                      resources: {limits: {cpu: "1.5", memory: "640000000"}}
                      ports: [{containerPort: 6123}]
                      startupProbe: {tcpSocket: {port: 6123}}
            """;

    @Test
    void aGoodManifestIsTaken() throws JsonProcessingException {
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT))).isEmpty();
    }

    @Test
    void anUnknownFieldIsFound() throws JsonProcessingException {
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("containerPort", "containerport"))))
                .singleElement()
                .asString()
                .contains("containerport");
    }

    @Test
    void aMissingFieldIsFound() throws JsonProcessingException {
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("selector: {matchLabels: {app: flink}}", ""))))
                .singleElement()
                .asString()
                .contains("selector");
    }

    @Test
    void aWrongTypeIsFound() throws JsonProcessingException {
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("replicas: 1", "replicas: one"))))
                .hasSize(1);
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("replicas: 1", "replicas: '1'"))))
                .containsExactly("apps/v1 Deployment.spec.replicas is a string, but must be a number");
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("labels: {app: flink}", "labels: {app: 1}"))))
                .containsExactly(
                        "apps/v1 Deployment.spec.template.metadata.labels.app is a number, but must be a string");
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("[{containerPort: 6123}]", "6123"))))
                .hasSize(1);
    }

    @Test
    void anUnknownKindIsFound() throws JsonProcessingException {
        assertThat(KubernetesApi.problems(manifest(DEPLOYMENT.replace("apps/v1", "apps/v1beta1"))))
                .containsExactly("there is no apps/v1beta1 Deployment");
    }

    private static JsonNode manifest(String yaml) throws JsonProcessingException {
        return new YAMLMapper().readTree(yaml);
    }
}
