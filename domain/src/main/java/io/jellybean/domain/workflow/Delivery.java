package io.jellybean.domain.workflow;

/** How often a result is written when a worker fails and its work is done again. */
public enum Delivery {
    /** Perhaps twice, but readers see it at once. */
    AT_LEAST_ONCE,
    /** Once, in transactions; readers of committed records see it with the next checkpoint. */
    EXACTLY_ONCE
}
