package io.jellybean.cli.deploy;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import org.jspecify.annotations.Nullable;

/**
 * One job to take the place of another. All ids are chosen before anything is asked of Flink, so that asking again is asking for
 * the same.
 *
 * @param oldJobId the job that is replaced
 * @param oldPlan its plan, as text
 * @param stopRequestId of the request to stop it with a savepoint
 * @param newJobId the job that takes its place
 * @param newPlan its plan, as text
 * @param rollbackJobId the job of the old plan that takes the place of the new one, should that not come up
 * @param kafka the broker's address
 * @param stopped whether the old job has ended
 * @param savepoint the state that it left; null if it is not stopped, or never had any
 */
record RedeploymentIntent(
        String oldJobId,
        String oldPlan,
        String stopRequestId,
        String newJobId,
        String newPlan,
        String rollbackJobId,
        String kafka,
        boolean stopped,
        @Nullable String savepoint) {

    static RedeploymentIntent of(DeployedJob old, DeployablePlan next) {
        return new RedeploymentIntent(
                old.id(),
                PlanFile.text(old.plan()),
                JobIds.next(),
                JobIds.next(),
                PlanFile.text(next),
                JobIds.next(),
                old.kafka(),
                false,
                null);
    }

    /** The old job has ended and left this. */
    RedeploymentIntent stoppedWith(@Nullable String state) {
        return new RedeploymentIntent(
                oldJobId, oldPlan, stopRequestId, newJobId, newPlan, rollbackJobId, kafka, true, state);
    }

    DeployablePlan old() {
        return PlanFile.parseDeployable("old plan.json", oldPlan);
    }

    DeployablePlan next() {
        return PlanFile.parseDeployable("new plan.json", newPlan);
    }
}
