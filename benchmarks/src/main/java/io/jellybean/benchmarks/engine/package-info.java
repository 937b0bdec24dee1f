/** What an engine costs: the same operators over the same frames in a bare loop and in a job. */
@NullMarked
package io.jellybean.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
