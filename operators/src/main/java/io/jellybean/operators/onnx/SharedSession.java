package io.jellybean.operators.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.InferenceException;
import io.jellybean.operators.inference.UnusableModelException;
import java.util.HashMap;
import java.util.Map;

/** One session per JVM and network, counted: the last release closes it. A session runs from many threads at once. */
final class SharedSession {

    private static final Map<String, SharedSession> openBySha256 = new HashMap<>();

    private final String sha256;
    private final OrtSession session;
    private int users;

    private SharedSession(String sha256, OrtSession session) {
        this.sha256 = sha256;
        this.session = session;
    }

    /** The network's session, opened if nobody has; each call wants one {@link #release}. */
    static SharedSession acquire(ModelManifest manifest, byte[] onnx) {
        synchronized (openBySha256) {
            SharedSession shared = openBySha256.get(manifest.sha256());
            if (shared == null) {
                shared = new SharedSession(manifest.sha256(), create(manifest, onnx));
                openBySha256.put(manifest.sha256(), shared);
            }
            shared.users++;
            return shared;
        }
    }

    OrtSession session() {
        return session;
    }

    void release() {
        synchronized (openBySha256) {
            users--;
            if (users > 0) {
                return;
            }
            openBySha256.remove(sha256);
            try {
                session.close();
            } catch (OrtException e) {
                throw new InferenceException("session of model with sha256 %s cannot be closed".formatted(sha256), e);
            }
        }
    }

    /** The number of networks that this JVM holds. */
    static int openCount() {
        synchronized (openBySha256) {
            return openBySha256.size();
        }
    }

    /** A slot is a core: a run takes its caller's thread, waits for none by spinning, and keeps no arena of memory. */
    private static OrtSession create(ModelManifest manifest, byte[] onnx) {
        OrtEnvironment environment = OnnxEnvironment.get(); // first: options load ONNX Runtime, too
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setCPUArenaAllocator(false);
            return environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw new UnusableModelException(
                    "model %s: ONNX Runtime cannot load %s: %s. Maybe export it with opset 13."
                            .formatted(manifest.id(), manifest.file(), e.getMessage()),
                    e);
        }
    }
}
