/**
 * How records come from Kafka and go back to it. Only this package knows the Kafka connector.
 */
@NullMarked
package io.jellybean.jobs.kafka;

import org.jspecify.annotations.NullMarked;
