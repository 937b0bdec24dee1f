package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a workflow.
 *
 * @param id unique in the workflow
 * @param variants ids of the ONNX models that can do the step; {@link #WITHOUT_MODEL} alone if it needs none
 * @param stateful true if all its load must be on one worker group, so that its state can move as a whole
 * @param maxSlots the most slots that can work on it at once (a tracker: its cameras); null if there is no such bound
 */
public record Operator(
        String id,
        OperatorKind kind,
        List<String> variants,
        boolean stateful,
        @Nullable Integer maxSlots) {

    /** The one variant of an operator that needs no ONNX model. */
    public static final String WITHOUT_MODEL = "default";

    public Operator {
        variants = List.copyOf(variants);
        Require.name("operator id", id);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException(
                    "operator %s: variants must name at least one. Maybe leave the field out if it needs no model"
                            .formatted(id));
        }
        Require.distinct("operator %s: variants".formatted(id), variants);
        variants.forEach(variant -> Require.text("operator %s: variant".formatted(id), variant));
        if (maxSlots != null && maxSlots < 1) {
            throw new IllegalArgumentException(
                    "operator %s: maxSlots must be >= 1, but was %d".formatted(id, maxSlots));
        }
    }

    /** Whether the operator runs an ONNX model. */
    public boolean needsModel() {
        return !variants.equals(List.of(WITHOUT_MODEL));
    }
}
