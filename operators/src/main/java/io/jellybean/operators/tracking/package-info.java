/**
 * Following vehicles from frame to frame of one camera. Pure: the state is plain data that goes in and comes out, so that
 * whoever runs the tracker can keep, move and restore it.
 */
@NullMarked
package io.jellybean.operators.tracking;

import org.jspecify.annotations.NullMarked;
