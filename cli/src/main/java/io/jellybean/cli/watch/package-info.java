/** {@code jellybean watch-results}: what a served workflow finds, as lines for people, as JSON, or drawn into the frames. */
@NullMarked
package io.jellybean.cli.watch;

import org.jspecify.annotations.NullMarked;
