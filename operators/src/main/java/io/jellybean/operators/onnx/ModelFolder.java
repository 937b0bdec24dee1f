package io.jellybean.operators.onnx;

import io.jellybean.domain.io.ModelManifestFile;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.UnusableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Models of a user's own: {@code <variant>.json} in a folder, with its ONNX file beside it.
 *
 * @param folder that holds both
 */
public record ModelFolder(Path folder) implements ModelFiles {

    /** Whether the folder has a manifest of this variant. */
    public boolean has(String variant) {
        return Files.isRegularFile(path(variant));
    }

    @Override
    public ModelManifest manifest(String variant) {
        ModelManifest manifest = ModelManifestFile.read(path(variant));
        if (!manifest.id().equals(variant)) {
            throw new IllegalArgumentException("%s: id must be \"%s\", as the file is named, but is \"%s\""
                    .formatted(path(variant), variant, manifest.id()));
        }
        return manifest;
    }

    @Override
    public byte[] onnx(ModelManifest manifest) {
        Path file = folder.resolve(manifest.file());
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnusableModelException(
                    "model %s: there is no readable file %s. Maybe put it beside its manifest, or correct \"file\" there."
                            .formatted(manifest.id(), file),
                    unreadable);
        }
    }

    private Path path(String variant) {
        return folder.resolve(variant + ".json");
    }
}
