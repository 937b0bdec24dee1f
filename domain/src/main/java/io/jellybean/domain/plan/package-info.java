/**
 * The planner's answer: variants, workers, loads and flows with their price, and what a cluster needs to deploy it. It
 * knows no solver and no cluster.
 */
@NullMarked
package io.jellybean.domain.plan;

import org.jspecify.annotations.NullMarked;
