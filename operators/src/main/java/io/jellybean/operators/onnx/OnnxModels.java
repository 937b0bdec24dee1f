package io.jellybean.operators.onnx;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.ProviderUnavailableException;
import io.jellybean.operators.inference.UnusableModelException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Opens ONNX files that keep what their manifests promise. A JVM holds each network once, however many threads run it:
 * the last one that closes releases it. Thread-safe.
 */
public final class OnnxModels {

    private OnnxModels() {}

    /** The version of ONNX Runtime that runs here. */
    public static String runtimeVersion() {
        return OnnxEnvironment.get().getVersion();
    }

    /**
     * Opens a network that is fed with images, for one thread.
     *
     * @param onnx the content of the manifest's file
     * @param provider what does the arithmetic
     * @throws UnusableModelException with every difference between the file and its manifest
     * @throws ProviderUnavailableException if the provider cannot be had here
     */
    public static ImageInference open(ImageModel manifest, byte[] onnx, ExecutionProvider provider) {
        return new OnnxImageInference(manifest, session(manifest, onnx, provider));
    }

    /** As {@link #open(ImageModel, byte[], ExecutionProvider)}, with the worker's cores. */
    public static ImageInference open(ImageModel manifest, byte[] onnx) {
        return open(manifest, onnx, ExecutionProvider.CPU);
    }

    /** As {@link #open(ImageModel, byte[], ExecutionProvider)}, for a network that is fed with sound. */
    public static AudioInference open(SpeechModel manifest, byte[] onnx, ExecutionProvider provider) {
        return new OnnxAudioInference(manifest, session(manifest, onnx, provider));
    }

    /** As {@link #open(ImageModel, byte[], ExecutionProvider)}, for a network that answers questions. */
    public static AnswerInference open(AnswerModel manifest, byte[] onnx, ExecutionProvider provider) {
        return new OnnxAnswerInference(manifest, session(manifest, onnx, provider));
    }

    private static SessionRun session(ModelManifest manifest, byte[] onnx, ExecutionProvider provider) {
        String sha256 = sha256(onnx);
        if (!sha256.equals(manifest.sha256())) {
            throw new UnusableModelException(List.of(
                    "model %s: the manifest expects sha256 %s, but %s has %s. Maybe write the manifest anew, or fetch the file again."
                            .formatted(manifest.id(), manifest.sha256(), manifest.file(), sha256)));
        }
        SharedSession session = SharedSession.acquire(manifest, onnx, provider);
        try {
            return new SessionRun(manifest, session, SignatureCheck.check(manifest, session.session()));
        } catch (RuntimeException e) {
            session.release();
            throw e;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
