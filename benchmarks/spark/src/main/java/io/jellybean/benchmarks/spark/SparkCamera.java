package io.jellybean.benchmarks.spark;

import java.io.Serializable;

/**
 * The state of a camera.
 *
 * @param lastCapturedAtMillis when its last frame was taken
 * @param tracks what the tracker remembers, as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record SparkCamera(long lastCapturedAtMillis, byte[] tracks) implements Serializable {}
