/**
 * Recomputes whether a plan holds and what it costs, without a solver. It must not know {@code planner.solver}: a check
 * that shares code with what it checks repeats its mistakes.
 */
@NullMarked
package io.jellybean.planner.check;

import org.jspecify.annotations.NullMarked;
