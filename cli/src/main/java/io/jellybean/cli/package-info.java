/** The command line. It puts the other modules together and holds no rule of planning or serving itself. */
@NullMarked
package io.jellybean.cli;

import org.jspecify.annotations.NullMarked;
