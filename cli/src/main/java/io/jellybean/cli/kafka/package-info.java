/**
 * What the commands do at a Kafka broker, whoever runs it: create and check topics, send frames, follow results. It knows nothing
 * of where frames come from or what is in the results.
 */
@NullMarked
package io.jellybean.cli.kafka;

import org.jspecify.annotations.NullMarked;
