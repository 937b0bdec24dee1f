/**
 * What a trained network is: its file, its hash, and how its tensors are fed and read. It knows no model runtime.
 */
@NullMarked
package io.jellybean.domain.model;

import org.jspecify.annotations.NullMarked;
