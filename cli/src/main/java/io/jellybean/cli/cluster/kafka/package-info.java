/** A Kafka broker in a process of its own, on 127.0.0.1 only. It knows nothing of Flink. */
@NullMarked
package io.jellybean.cli.cluster.kafka;

import org.jspecify.annotations.NullMarked;
