/**
 * Shares the requests of one operator out among the worker groups that the plan gave it to.
 */
@NullMarked
package io.jellybean.jobs.routing;

import org.jspecify.annotations.NullMarked;
