/**
 * Why a plan is as it is: what other variants would have cost, which rules make it dear, what a step more or less costs, and
 * the cost of every reachable accuracy and rate. Each answer is a plan of a changed problem, made by a planner behind the
 * port.
 */
@NullMarked
package io.jellybean.planner.explain;

import org.jspecify.annotations.NullMarked;
