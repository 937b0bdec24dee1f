/**
 * From a planning problem to a plan. Here is the port; {@code solver} finds the cheapest plan, {@code baseline} what one
 * would do without a planner, {@code check} tells whether a plan holds, {@code compile} makes problems of a user's files.
 * OR-Tools is known in {@code solver} only; clusters and model runtimes are not known at all.
 */
@NullMarked
package io.jellybean.planner;

import org.jspecify.annotations.NullMarked;
