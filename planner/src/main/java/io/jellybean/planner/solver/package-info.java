/**
 * Plans by mixed-integer programming. Only this package knows OR-Tools, and nothing of it leaves the package.
 */
@NullMarked
package io.jellybean.planner.solver;

import org.jspecify.annotations.NullMarked;
