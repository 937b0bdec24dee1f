/**
 * Which tracks of different cameras are the same vehicle. Pure: the state is plain data that goes in and comes out, so
 * that whoever runs the associator can keep, move and restore it. It knows no image, no network and no tracker, only
 * embeddings, numbers and times.
 */
@NullMarked
package io.jellybean.operators.association;

import org.jspecify.annotations.NullMarked;
