/**
 * Makes a planning problem of a user's files. The units of the files become those of the exchange format here and nowhere
 * else. It knows no solver.
 */
@NullMarked
package io.jellybean.planner.compile;

import org.jspecify.annotations.NullMarked;
