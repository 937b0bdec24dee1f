/**
 * From a planning problem to a plan. It knows the domain and, in {@code solver} only, OR-Tools.
 */
@NullMarked
package io.jellybean.planner;

import org.jspecify.annotations.NullMarked;
