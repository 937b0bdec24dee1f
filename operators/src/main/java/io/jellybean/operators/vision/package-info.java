/**
 * From a camera's JPEG to boxes in its pixels: checking, decoding, letterboxing, reading a network's output. It runs
 * networks through the port of {@code operators.inference} and knows neither the model runtime nor where it runs.
 */
@NullMarked
package io.jellybean.operators.vision;

import org.jspecify.annotations.NullMarked;
