/**
 * What there is to run on: tiers, groups of workers, links, and the hosts of the ingest with their prices. It knows no
 * workflow.
 */
@NullMarked
package io.jellybean.domain.infrastructure;

import org.jspecify.annotations.NullMarked;
