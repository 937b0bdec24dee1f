/**
 * Flink's REST interface, as much of it as deploying and watching a job needs. It knows no process and no class of
 * Flink; paths and field names are those of Flink 2.2's REST reference.
 */
@NullMarked
package io.jellybean.cli.cluster.rest;

import org.jspecify.annotations.NullMarked;
