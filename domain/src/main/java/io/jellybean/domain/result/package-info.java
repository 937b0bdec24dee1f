/**
 * What a workflow writes to its topics, as other programs read it. It knows nothing of how the results came about.
 */
@NullMarked
package io.jellybean.domain.result;

import org.jspecify.annotations.NullMarked;
