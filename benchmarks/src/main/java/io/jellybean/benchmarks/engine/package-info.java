/** What serving takes: the same operators over the same requests in a bare loop, in JellyBean's job and in Spark. */
@NullMarked
package io.jellybean.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
