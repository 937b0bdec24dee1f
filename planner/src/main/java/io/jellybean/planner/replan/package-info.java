/**
 * The decision to replan: what a running job counts becomes rates and service times, those become planning inputs, and a new plan
 * is worth moving to or not. It sees the job through {@link io.jellybean.planner.replan.JobMetrics}, changes it through
 * {@link io.jellybean.planner.replan.PlanDeployer}, and knows neither Flink nor Kafka.
 */
@NullMarked
package io.jellybean.planner.replan;

import org.jspecify.annotations.NullMarked;
