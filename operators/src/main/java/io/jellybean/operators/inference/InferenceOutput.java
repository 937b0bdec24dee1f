package io.jellybean.operators.inference;

import java.nio.FloatBuffer;

/**
 * The output of a network for a batch of images, sounds or questions: {@code float32 [batch, rows, columns]}. A vector has
 * one column; a map of features has a row for each channel.
 *
 * @param values from index 0, row by row; lent until the next run or close
 * @param batch the number of items
 * @param rows such as 4 + classes, or dimensions, or steps of time
 * @param columns such as anchors, or 1, or symbols
 */
public record InferenceOutput(FloatBuffer values, int batch, int rows, int columns) {
    public InferenceOutput {
        if (values.limit() < (long) batch * rows * columns) {
            throw new IllegalArgumentException("output: [%d, %d, %d] needs %d values, but there are %d"
                    .formatted(batch, rows, columns, (long) batch * rows * columns, values.limit()));
        }
    }
}
