/**
 * A street with vehicles, the cameras that watch it, and the ground truth of what they see. It knows nothing of what is made of its frames.
 */
@NullMarked
package io.jellybean.simulator;

import org.jspecify.annotations.NullMarked;
