package io.jellybean.jobs.model;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import java.io.Serializable;

/**
 * The model that a vertex runs; travels to the TaskManagers.
 *
 * @param variant its id
 * @param sha256 of the ONNX file that is wanted: a plan is for the very file that was measured
 * @param provider what does the arithmetic
 */
public record PlannedModel(String variant, String sha256, ExecutionProvider provider) implements Serializable {

    private static final long serialVersionUID = 1;

    /** The size of its ONNX file. */
    public int onnxBytes() {
        return PackagedModels.files().onnx(PackagedModels.manifest(variant)).length;
    }

    /**
     * The networks of the job jar, among them this one.
     *
     * @throws IllegalArgumentException if the jar has no such variant, or another file of that name
     */
    public Networks networks() {
        ModelManifest manifest = PackagedModels.manifest(variant);
        if (!manifest.sha256().equals(sha256)) {
            throw new IllegalArgumentException(
                    "model %s: the plan was made for sha256 %s, but the job jar has %s. Maybe plan again, or submit the jar of that plan."
                            .formatted(variant, sha256, manifest.sha256()));
        }
        return new OnnxNetworks(PackagedModels.files(), provider);
    }
}
