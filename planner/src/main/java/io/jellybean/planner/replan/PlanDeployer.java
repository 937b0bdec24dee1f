package io.jellybean.planner.replan;

import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.compile.PlanningInputs;

/** Puts the job of one plan in the place of that of another. */
public interface PlanDeployer {

    /**
     * Redeploys; returns when the job runs again.
     *
     * @param inputs that the plan was made of
     */
    Redeployed redeploy(Plan plan, PlanningInputs inputs) throws InterruptedException;

    /**
     * What came of it.
     *
     * @param runs the plan that runs now
     * @param moved whether that is the new one
     * @param remark why not, or what else is to be said; may be empty
     */
    record Redeployed(Plan runs, boolean moved, String remark) {}
}
