/**
 * How good detections and tracks are, measured against a ground truth with the metrics of the field. Pure arithmetic over
 * boxes; it shares no code with the tracker but the assignment.
 */
@NullMarked
package io.jellybean.operators.scoring;

import org.jspecify.annotations.NullMarked;
