/**
 * What an infrastructure looks like as processes: its TaskManagers, and files from which they, the JobManager, a broker and the links
 * between tiers are started as containers or by Flink's own scripts.
 */
@NullMarked
package io.jellybean.cli.layout;

import org.jspecify.annotations.NullMarked;
