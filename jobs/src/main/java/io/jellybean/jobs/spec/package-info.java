/**
 * The job as plain data: which vertices there are, where each stands, who sends what share to whom. It knows nothing of
 * Flink, so that whoever checks a deployment reads the same words as whoever builds it.
 */
@NullMarked
package io.jellybean.jobs.spec;

import org.jspecify.annotations.NullMarked;
