package io.jellybean.domain.workflow;

/** Which requests of a source are served when more come than can be. */
public enum SourcePolicy {
    /** Every one, in its turn; the broker keeps those that wait. */
    COMPLETE,
    /** The newest; those that became too old are dropped and counted. */
    LIVE
}
