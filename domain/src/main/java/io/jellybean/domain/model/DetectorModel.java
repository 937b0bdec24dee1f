package io.jellybean.domain.model;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * A network that finds objects, in the layout of YOLOv8.
 *
 * @param labels the classes, in the order of the output
 */
public record DetectorModel(ModelFile source, ImageInput input, String outputTensor, List<String> labels)
        implements ImageModel {

    /** Rows of the output before those of the classes: centre x, centre y, width, height. */
    public static final int BOX_ROWS = 4;

    public DetectorModel {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("model %s: labels must name at least one class".formatted(source.id()));
        }
        Require.distinct("model %s: labels".formatted(source.id()), labels);
    }

    @Override
    public ModelTask task() {
        return ModelTask.DETECT;
    }
}
