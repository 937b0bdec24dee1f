/**
 * The whole way on one machine: street, service times, plan, cluster, job, results, report.
 */
@NullMarked
package io.jellybean.cli.demo;

import org.jspecify.annotations.NullMarked;
