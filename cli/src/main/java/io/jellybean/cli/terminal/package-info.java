/**
 * What a person sees while a command runs. It knows nothing of what the commands do.
 */
@NullMarked
package io.jellybean.cli.terminal;

import org.jspecify.annotations.NullMarked;
