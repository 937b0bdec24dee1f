/** The planner beside others, and its growth with the size of the problem. */
@NullMarked
package io.jellybean.benchmarks.plans;

import org.jspecify.annotations.NullMarked;
