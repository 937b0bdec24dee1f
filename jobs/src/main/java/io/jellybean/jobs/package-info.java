/**
 * The job that serves a plan: what a user submits to a Flink cluster. It meets the planner in the text of the plan only.
 */
@NullMarked
package io.jellybean.jobs;

import org.jspecify.annotations.NullMarked;
