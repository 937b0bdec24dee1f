/**
 * A Flink session cluster of real processes: one JobManager, one TaskManager per worker. It writes Flink's settings and
 * starts its main classes, but knows none of them; what runs on the cluster is not its business.
 */
@NullMarked
package io.jellybean.cli.cluster.flink;

import org.jspecify.annotations.NullMarked;
