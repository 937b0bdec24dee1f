/**
 * What was measured of a workflow: service times, message sizes, selectivity, accuracy.
 */
@NullMarked
package io.jellybean.domain.profile;

import org.jspecify.annotations.NullMarked;
