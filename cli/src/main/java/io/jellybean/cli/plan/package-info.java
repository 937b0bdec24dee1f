/** The commands that plan, explain plans and compare planners. */
@NullMarked
package io.jellybean.cli.plan;

import org.jspecify.annotations.NullMarked;
