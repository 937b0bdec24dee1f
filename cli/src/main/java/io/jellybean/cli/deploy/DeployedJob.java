package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.domain.plan.DeployablePlan;

/**
 * A job that serves a plan.
 *
 * @param kafka the broker's address
 */
public record DeployedJob(String id, JobState state, DeployablePlan plan, String kafka) {

    /** The workflow that it serves. */
    public String workflow() {
        return plan.workflow().id();
    }
}
