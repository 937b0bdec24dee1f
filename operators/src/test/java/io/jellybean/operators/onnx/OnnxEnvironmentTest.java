package io.jellybean.operators.onnx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class OnnxEnvironmentTest {

    /** What cameras see stays where their owners want it: releases that send telemetry must not come in unnoticed. */
    @Test
    void onnxRuntimeHoldsNoAddressOfATelemetryService() throws IOException {
        try (InputStream library = OrtEnvironment.class.getResourceAsStream("native/linux-x64/libonnxruntime.so")) {
            assertThat(library).isNotNull();
            String text = new String(library.readAllBytes(), ISO_8859_1);

            assertThat(text.contains("events.data.microsoft.com")).isFalse();
        }
    }

    @Test
    void onlyOneEnvironmentIsMade() {
        assertThat(OnnxEnvironment.get()).isSameAs(OrtEnvironment.getEnvironment());
    }
}
