package io.jellybean.operators.scoring;

import io.jellybean.operators.vision.Box;

/**
 * A box and whose it is.
 *
 * @param id of the vehicle in the truth, or of the track; any number, unique within a frame and a sequence's identities
 * @param box in pixels
 */
public record IdentifiedBox(long id, Box box) {}
