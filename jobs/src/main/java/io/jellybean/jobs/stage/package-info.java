/**
 * The operators as Flink functions: what keeps state, numbers, restores order and reports. The work itself is done in the
 * operators module.
 */
@NullMarked
package io.jellybean.jobs.stage;

import org.jspecify.annotations.NullMarked;
