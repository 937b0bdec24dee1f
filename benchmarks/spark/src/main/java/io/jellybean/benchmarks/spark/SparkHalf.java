package io.jellybean.benchmarks.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A question that was heard, or a frame that was looked at: whichever of the two comes first waits for the other.
 *
 * @param request that both belong to
 * @param atMillis when it was asked or taken
 * @param question null: this is the frame
 * @param features {@code float32 [features]} of the frame; null: this is the question
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record SparkHalf(
        String request, long atMillis, @Nullable String question, float @Nullable [] features)
        implements Serializable {}
