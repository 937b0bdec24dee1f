/**
 * What runs inside a stage of a workflow. An operator does not know where it runs.
 */
@NullMarked
package io.jellybean.operators;

import org.jspecify.annotations.NullMarked;
