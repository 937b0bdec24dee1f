/**
 * Exports frames of the simulated street with their ground truth.
 */
@NullMarked
package io.jellybean.cli.street;

import org.jspecify.annotations.NullMarked;
