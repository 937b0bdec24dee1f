/**
 * Builds the Flink job graph: vertices, slot-sharing groups, routes and sinks, as the job specification says.
 */
@NullMarked
package io.jellybean.jobs.graph;

import org.jspecify.annotations.NullMarked;
