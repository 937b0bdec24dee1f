/**
 * The replan loop on a real cluster: what Flink and Kafka count, what is redeployed, what is said about it. What is decided, and why,
 * is the planner's matter.
 */
@NullMarked
package io.jellybean.cli.replan;

import org.jspecify.annotations.NullMarked;
