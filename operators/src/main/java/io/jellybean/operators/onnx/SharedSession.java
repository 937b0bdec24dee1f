package io.jellybean.operators.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.InferenceException;
import io.jellybean.operators.inference.UnusableModelException;
import java.util.HashMap;
import java.util.Map;

/** One session per JVM and network, counted: the last release closes it. A session runs from many threads at once. */
final class SharedSession {

    private static final Map<Key, SharedSession> openByKey = new HashMap<>();

    private final Key key;
    private final OrtSession session;
    private int users;

    private record Key(String sha256, ExecutionProvider provider) {}

    private SharedSession(Key key, OrtSession session) {
        this.key = key;
        this.session = session;
    }

    /** The network's session, opened if nobody has; each call wants one {@link #release}. */
    static SharedSession acquire(ModelManifest manifest, byte[] onnx, ExecutionProvider provider) {
        Key key = new Key(manifest.sha256(), provider);
        synchronized (openByKey) {
            SharedSession shared = openByKey.get(key);
            if (shared == null) {
                shared = new SharedSession(key, create(manifest, onnx, provider));
                openByKey.put(key, shared);
            }
            shared.users++;
            return shared;
        }
    }

    OrtSession session() {
        return session;
    }

    void release() {
        synchronized (openByKey) {
            users--;
            if (users > 0) {
                return;
            }
            openByKey.remove(key);
            try {
                session.close();
            } catch (OrtException e) {
                throw new InferenceException(
                        "session of model with sha256 %s cannot be closed".formatted(key.sha256()), e);
            }
        }
    }

    /** The number of networks that this JVM holds. */
    static int openCount() {
        synchronized (openByKey) {
            return openByKey.size();
        }
    }

    private static UnusableModelException unusable(ModelManifest manifest, byte[] onnx, OrtException reason) {
        if (reason.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF) {
            return new UnusableModelException(
                    "model %s: %s is not an ONNX file. Maybe export the network to ONNX with opset 13."
                            .formatted(manifest.id(), manifest.file()),
                    reason);
        }
        String opset = OnnxHeader.opset(onnx).stream()
                .mapToObj(" (opset %d)"::formatted)
                .findFirst()
                .orElse("");
        return new UnusableModelException(
                "model %s: ONNX Runtime %s cannot load %s%s: %s. Maybe export it with opset 13."
                        .formatted(
                                manifest.id(),
                                OnnxEnvironment.get().getVersion(),
                                manifest.file(),
                                opset,
                                reason.getMessage()),
                reason);
    }

    /** A slot is a core: a run takes its caller's thread, waits for none by spinning, and keeps no arena of memory. */
    private static OrtSession create(ModelManifest manifest, byte[] onnx, ExecutionProvider provider) {
        OrtEnvironment environment = OnnxEnvironment.get(); // first: options load ONNX Runtime, too
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setCPUArenaAllocator(false);
            Providers.set(provider, options);
            return environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw unusable(manifest, onnx, e);
        }
    }
}
