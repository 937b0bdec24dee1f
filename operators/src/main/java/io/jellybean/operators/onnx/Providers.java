package io.jellybean.operators.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.operators.inference.ProviderUnavailableException;
import java.util.EnumSet;

/** Lets a session compute with the provider that was asked for, or refuses with the reason: there is no falling back. */
final class Providers {

    private static final int FIRST_GPU = 0;
    private static final String FIX =
            "Maybe put the GPU build of ONNX Runtime (onnxruntime_gpu) in lib/ in place of onnxruntime, with CUDA and cuDNN on the machine, or say provider: cpu for the worker type.";

    private Providers() {}

    static void set(ExecutionProvider provider, SessionOptions options) {
        switch (provider) {
            case CPU -> {} // always there
            case CUDA -> useCuda(options);
        }
    }

    private static void useCuda(SessionOptions options) {
        EnumSet<OrtProvider> available = OrtEnvironment.getAvailableProviders();
        if (!available.contains(OrtProvider.CUDA)) {
            throw new ProviderUnavailableException("provider cuda: this build of ONNX Runtime (%s) has only %s. %s"
                    .formatted(OnnxEnvironment.get().getVersion(), available, FIX));
        }
        try {
            options.addCUDA(FIRST_GPU);
        } catch (OrtException e) {
            throw new ProviderUnavailableException(
                    "provider cuda: ONNX Runtime %s cannot use it: %s. %s"
                            .formatted(OnnxEnvironment.get().getVersion(), e.getMessage(), FIX),
                    e);
        }
    }
}
