/**
 * Reading and writing the files of the domain, YAML and JSON alike. Only this package knows Jackson. All mistakes of a
 * file come back in one report, each with its line, field, rule, value and fix.
 */
@NullMarked
package io.jellybean.domain.io;

import org.jspecify.annotations.NullMarked;
