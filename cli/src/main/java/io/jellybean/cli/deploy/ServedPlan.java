package io.jellybean.cli.deploy;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow's job serves, on disk for the day on which the cluster has forgotten it.
 *
 * @param jobIds of the jobs that served it one after the other, the newest first: the newest may not have a state of its own yet
 * @param plan as text
 * @param kafka the broker's address
 * @param state what the oldest of these jobs was started from; null: none
 * @param jobManager the process that knows the newest of them
 */
record ServedPlan(
        List<String> jobIds,
        String plan,
        String kafka,
        @Nullable String state,
        String jobManager) {

    private static final int MOST_JOBS = 10;

    ServedPlan {
        jobIds = List.copyOf(jobIds);
    }

    static ServedPlan of(DeployedJob job, @Nullable String state, String jobManager) {
        return new ServedPlan(List.of(job.id()), PlanFile.text(job.plan()), job.kafka(), state, jobManager);
    }

    /** The job that serves it. */
    String jobId() {
        return jobIds.get(0);
    }

    DeployablePlan deployable() {
        return PlanFile.parseDeployable("served plan.json", plan);
    }

    /** Another job goes on with it. */
    ServedPlan by(String nextJobId) {
        List<String> ids = new ArrayList<>(List.of(nextJobId));
        ids.addAll(jobIds);
        return new ServedPlan(ids.subList(0, Math.min(ids.size(), MOST_JOBS)), plan, kafka, state, jobManager);
    }

    /** Another process knows that job by now. */
    ServedPlan knownTo(String nextJobManager) {
        return new ServedPlan(jobIds, plan, kafka, state, nextJobManager);
    }
}
