/**
 * What one would do without a planner, behind the same port, to compare with. It knows no solver.
 */
@NullMarked
package io.jellybean.planner.baseline;

import org.jspecify.annotations.NullMarked;
