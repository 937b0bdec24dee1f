package io.jellybean.operators.onnx;

import io.jellybean.domain.model.ImageModel;
import io.jellybean.operators.inference.ImageInference;
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

    /**
     * Opens a network for one thread.
     *
     * @param onnx the content of the manifest's file
     * @throws UnusableModelException with every difference between the file and its manifest
     */
    public static ImageInference open(ImageModel manifest, byte[] onnx) {
        String sha256 = sha256(onnx);
        if (!sha256.equals(manifest.sha256())) {
            throw new UnusableModelException(List.of(
                    "model %s: the manifest expects sha256 %s, but %s has %s. Maybe write the manifest anew, or fetch the file again."
                            .formatted(manifest.id(), manifest.sha256(), manifest.file(), sha256)));
        }
        SharedSession session = SharedSession.acquire(manifest, onnx);
        try {
            return new OnnxImageInference(manifest, session, SignatureCheck.check(manifest, session.session()));
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
