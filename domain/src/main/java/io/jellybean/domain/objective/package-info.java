/**
 * How well a workflow is to be served: rates, least accuracy, greatest latency and utilisation.
 */
@NullMarked
package io.jellybean.domain.objective;

import org.jspecify.annotations.NullMarked;
