/**
 * Measures the accuracy of a workflow end to end, for every combination of variants, with the very operators of the job.
 * What combinations share is computed once and kept on disk.
 */
@NullMarked
package io.jellybean.cli.evaluate;

import org.jspecify.annotations.NullMarked;
