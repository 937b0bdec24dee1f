/** What people would use instead: the same operators on Spark Structured Streaming. */
@NullMarked
package io.jellybean.benchmarks.spark;

import org.jspecify.annotations.NullMarked;
