/** What the hot paths take, one class for each. */
@NullMarked
package io.jellybean.benchmarks;

import org.jspecify.annotations.NullMarked;
