/** What benchmarks leave behind: tables, plots, and a page that shows them. */
@NullMarked
package io.jellybean.benchmarks.report;

import org.jspecify.annotations.NullMarked;
