package io.jellybean.domain.plan;

import io.jellybean.domain.infrastructure.GroupId;

/** Requests that travel on a channel of the workflow to one worker group. */
public sealed interface Flow permits SourceFlow, OperatorFlow {

    /** The id of the source or operator that sends. */
    String from();

    /** The tier of the sender. */
    String fromTier();

    /** The id of the operator that receives. */
    String to();

    /** Where it receives. */
    GroupId toGroup();

    /** In requests of the receiver, > 0. */
    double requestsPerSecond();

    /** Whether the flow leaves the tier of its sender. */
    default boolean changesTier() {
        return !fromTier().equals(toGroup().tier());
    }
}
