package io.jellybean.jobs.model;

import io.jellybean.domain.io.ModelManifestFile;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.onnx.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The models of the job jar: {@code models/<variant>.json} with its ONNX file beside it. */
public final class PackagedModels {

    private PackagedModels() {}

    /** Whether the job jar has a model of this variant. */
    public static boolean has(String variant) {
        return PackagedModels.class.getClassLoader().getResource(path(variant)) != null;
    }

    /**
     * The manifest of a variant.
     *
     * @throws IllegalArgumentException if the jar does not have it
     * @throws io.jellybean.domain.io.BadInputException if it cannot be read
     */
    public static ModelManifest manifest(String variant) {
        String path = path(variant);
        return ModelManifestFile.parse(path, new String(bytes(path), StandardCharsets.UTF_8));
    }

    /**
     * The manifest of a detector.
     *
     * @throws IllegalArgumentException if the jar does not have it, or the variant is of another task
     */
    public static DetectorModel detectorManifest(String variant) {
        if (manifest(variant) instanceof DetectorModel detector) {
            return detector;
        }
        throw new IllegalArgumentException("model %s: its task must be detect, but is %s. Maybe correct the workflow."
                .formatted(variant, manifest(variant).task()));
    }

    /** Manifests and files of the job jar. */
    public static ModelFiles files() {
        return new ModelFiles() {
            @Override
            public ModelManifest manifest(String variant) {
                return PackagedModels.manifest(variant);
            }

            @Override
            public byte[] onnx(ModelManifest manifest) {
                return bytes("models/" + manifest.file());
            }
        };
    }

    private static String path(String variant) {
        return "models/%s.json".formatted(variant);
    }

    private static byte[] bytes(String path) {
        try (InputStream resource = PackagedModels.class.getClassLoader().getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalArgumentException(
                        "the job jar has no %s. Maybe the workflow names a variant that is not in models/."
                                .formatted(path));
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading %s from the job jar".formatted(path), unreadable);
        }
    }
}
