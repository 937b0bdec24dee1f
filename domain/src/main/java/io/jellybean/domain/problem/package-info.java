/**
 * The planning problem in the exchange format {@code jellybean-planning-problem/1}, in the units of that format: ms, KB of
 * 1024 bytes, GB of 1024 * 1024 KB, US dollars per hour. A user's files compile into it; it knows none of them.
 */
@NullMarked
package io.jellybean.domain.problem;

import org.jspecify.annotations.NullMarked;
