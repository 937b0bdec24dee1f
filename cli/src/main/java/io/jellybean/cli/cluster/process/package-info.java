/**
 * Java processes of our own that live no longer than we do: starting them, waiting for them, saying why one died, ending
 * them, and the files that they read. It knows neither what runs in them nor any plan.
 */
@NullMarked
package io.jellybean.cli.cluster.process;

import org.jspecify.annotations.NullMarked;
