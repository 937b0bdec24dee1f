@NullMarked
package io.jellybean.benchmarks;

import org.jspecify.annotations.NullMarked;
