/**
 * Matching two sets one to one at least cost: the tracker matches detections to tracks, the scorer tracks to truth.
 * Pure arithmetic.
 */
@NullMarked
package io.jellybean.operators.assignment;

import org.jspecify.annotations.NullMarked;
