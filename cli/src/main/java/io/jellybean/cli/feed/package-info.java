/** {@code jellybean feed}: takes frames from cameras when they are due and sends them to Kafka, whatever befalls a single camera. */
@NullMarked
package io.jellybean.cli.feed;

import org.jspecify.annotations.NullMarked;
