package io.jellybean.operators.inference;

import java.nio.FloatBuffer;

/**
 * The output of a network for a batch of images: {@code float32 [batch, rows, columns]}.
 *
 * @param values from index 0, row by row; lent until the next run or close
 * @param batch the number of images
 * @param rows such as 4 + classes
 * @param columns such as anchors
 */
public record InferenceOutput(FloatBuffer values, int batch, int rows, int columns) {
    public InferenceOutput {
        if (values.limit() < (long) batch * rows * columns) {
            throw new IllegalArgumentException("output: [%d, %d, %d] needs %d values, but there are %d"
                    .formatted(batch, rows, columns, (long) batch * rows * columns, values.limit()));
        }
    }
}
