/**
 * What is to be served: operators joined by channels, from Kafka sources to Kafka sinks. It does not know where an
 * operator runs or how fast.
 */
@NullMarked
package io.jellybean.domain.workflow;

import org.jspecify.annotations.NullMarked;
