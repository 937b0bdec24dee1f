/**
 * The command line: reads what the user asks for, runs it, and says what came of it.
 */
@NullMarked
package io.jellybean.cli;

import org.jspecify.annotations.NullMarked;
