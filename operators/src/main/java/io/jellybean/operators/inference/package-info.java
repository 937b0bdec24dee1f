/**
 * The port through which operators run networks. It speaks of buffers and shapes and knows no model runtime, so that
 * operators can be tested, and moved to another runtime, without one.
 */
@NullMarked
package io.jellybean.operators.inference;

import org.jspecify.annotations.NullMarked;
