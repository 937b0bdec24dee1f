/**
 * The steps of a workflow as jobs, the profiler and the evaluation run them: the operators with the settings that they are
 * served with, and what goes from one to the next. It knows networks by their port, and neither Flink nor Kafka.
 */
@NullMarked
package io.jellybean.operators.step;

import org.jspecify.annotations.NullMarked;
