package io.jellybean.benchmarks.spark;

import java.io.Serializable;

/**
 * What was seen in a frame, on its way to the tracker of its camera.
 *
 * @param detected the record of a detected frame, as JSON
 * @param embeddings {@code float32 [vehicles][dimensions]}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record SparkSeen(String camera, long capturedAtMillis, byte[] detected, float[][] embeddings)
        implements Serializable {}
