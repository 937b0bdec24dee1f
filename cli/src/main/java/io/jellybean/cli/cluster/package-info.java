/**
 * A cluster of real processes on this machine: a Kafka broker, a Flink JobManager and one TaskManager per worker, all on
 * 127.0.0.1. It meets Flink only over processes and REST and knows none of its classes, and no planner.
 */
@NullMarked
package io.jellybean.cli.cluster;

import org.jspecify.annotations.NullMarked;
