/**
 * Questions about a frame: from a picture to its features, from words to numbers, from both to an answer. It runs networks through
 * their ports and knows neither a model runtime nor how a question was heard.
 */
@NullMarked
package io.jellybean.operators.questions;

import org.jspecify.annotations.NullMarked;
