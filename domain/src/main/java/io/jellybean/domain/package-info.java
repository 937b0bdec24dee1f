/**
 * The words of the problem that every module shares. It knows nothing of solvers, clusters or model runtimes.
 */
@NullMarked
package io.jellybean.domain;

import org.jspecify.annotations.NullMarked;
