/**
 * From a spoken question to its words: checking and reading sound, reading a network's output with and without a lexicon.
 * It runs networks through the port of {@code operators.inference} and knows neither the model runtime nor where it runs.
 */
@NullMarked
package io.jellybean.operators.speech;

import org.jspecify.annotations.NullMarked;
