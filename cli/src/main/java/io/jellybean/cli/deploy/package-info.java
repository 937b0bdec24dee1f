/**
 * From a plan to a running job: the cluster that an infrastructure describes, the submission, and the proof that every
 * subtask stands where the plan says.
 */
@NullMarked
package io.jellybean.cli.deploy;

import org.jspecify.annotations.NullMarked;
