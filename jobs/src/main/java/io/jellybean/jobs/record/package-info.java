/**
 * What travels between the vertices of the job. Every record is a POJO type to Flink: no Kryo.
 */
@NullMarked
package io.jellybean.jobs.record;

import org.jspecify.annotations.NullMarked;
